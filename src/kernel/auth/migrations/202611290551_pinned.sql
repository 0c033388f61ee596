-- The trades that a person pinned in the rail, by address, in the order of pinning.
alter table kernel.account add column pinned text[] not null default '{}';
