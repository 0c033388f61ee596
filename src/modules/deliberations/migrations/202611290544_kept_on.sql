-- Authorities that had this trade before trades could be switched on and off keep it.
insert into kernel.trade (tenant_id, module) select id, 'deliberations' from kernel.tenant;
-- They were given their organs when they were opened; one that was opened halfway was not, and is now.
alter table deliberations.organ no force row level security;
insert into kernel.provided (tenant_id, module)
select distinct tenant_id, 'deliberations' from deliberations.organ;
alter table deliberations.organ force row level security;
