-- In what capacity somebody acts (casquette). An account is of a person; some are of nobody of the authority.
alter table kernel.account
  add column is_outside boolean not null default false;  -- a citizen, and no one of the directory
alter table kernel.session
  add column hat text,                                   -- the one worn; null: the first that they have
  add column only_outside boolean not null default false; -- it came in by a way that is for citizens alone

-- The hats by which somebody acts from outside the authority: as a citizen, or for an organisation (représentant).
create table kernel.hat (
  tenant_id uuid not null,
  account_id uuid not null,
  key text not null check (key ~ '^(citizen|company:[\da-f-]{36})$'),
  called text not null default '',                       -- the organisation
  valid_to date,                                         -- the first day on which it no longer holds
  primary key (tenant_id, account_id, key),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
select kernel.isolate('kernel.hat');
