alter table deliberations.organ drop constraint organ_tenant_id_acronym_key;
select kernel.distinguish('deliberations.organ', 'acronym');
select kernel.distinguish('deliberations.organ', 'name');
