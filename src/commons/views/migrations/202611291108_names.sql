alter table commons.saved_view drop constraint saved_view_tenant_id_list_person_id_name_key;
select kernel.distinguish('commons.saved_view', 'name', 'list', 'person_id');
