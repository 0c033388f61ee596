-- Organs and their seats are of the house, not of one trade: every table keeps its rows, keys, policies and grants.
alter table deliberations.organ set schema commons;
alter table deliberations.seat set schema commons;
-- They were given where the deliberations were; what an authority has is not given anew.
alter table commons.organ no force row level security;
insert into kernel.provided (tenant_id, module) select distinct tenant_id, 'organs' from commons.organ;
alter table commons.organ force row level security;
