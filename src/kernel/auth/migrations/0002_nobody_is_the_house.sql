-- The house itself bears `system` and may do everything: no account ever bears it.
alter table kernel.account add constraint account_is_a_person check (not 'system' = any (principals));
