alter table commons.service drop constraint service_tenant_id_name_key;
select kernel.distinguish('commons.service', 'name');
