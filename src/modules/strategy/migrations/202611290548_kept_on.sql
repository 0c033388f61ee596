-- Authorities that had this trade before trades could be switched on and off keep it.
insert into kernel.trade (tenant_id, module) select id, 'strategy' from kernel.tenant;
-- Those that have its words were given them when they were opened; the others are given them now.
alter table commons.term no force row level security;
insert into kernel.provided (tenant_id, module)
select distinct tenant_id, 'strategy' from commons.term where vocabulary like 'strategy.%';
alter table commons.term force row level security;
