-- Authorities that had this trade before trades could be switched on and off keep it.
insert into kernel.trade (tenant_id, module) select id, 'plonemeeting' from kernel.tenant;
