-- The persons and organisations of whom a point speaks: parties, which never leave the authority with its public copy.
alter table deliberations.item add column concerned uuid[] not null default '{}';
create index item_concerned on deliberations.item using gin (tenant_id, concerned);
