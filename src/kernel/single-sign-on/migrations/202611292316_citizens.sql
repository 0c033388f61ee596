-- A provider is of the staff, or says of anybody who they are (service public d’authentification): then the claim that holds
-- the national number, where it says it.
alter table kernel.identity_provider
  add column serves text not null default 'staff' check (serves in ('staff', 'citizens')),
  add column number_claim text not null default '',
  add check (serves = 'staff' or not is_only);
