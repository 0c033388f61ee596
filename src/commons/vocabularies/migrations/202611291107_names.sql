alter table commons.term drop constraint term_tenant_id_vocabulary_name_key;
select kernel.distinguish('commons.term', 'name', 'vocabulary');
