-- Labels of the authority are told apart as names are (« Urgent », « urgent » are one): those that stand twice get a number.
drop index circulation.label_tenant_id_person_id_name_key_idx;
select kernel.distinguish('circulation.label', 'name', 'person_id');
