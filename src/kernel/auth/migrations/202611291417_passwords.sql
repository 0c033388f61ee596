-- Whoever comes in otherwise, or was invited and has not come yet, has no password.
alter table kernel.account alter column password_hash drop not null;
alter table kernel.account add column password_at timestamptz;

-- A link by which a person gives themselves a password (lien de mot de passe): it is used once, and ends at its hour.
create table kernel.password_link (
  tenant_id uuid not null,
  token_hash bytea not null,          -- SHA-256 of what the link says: the table lets nobody in
  account_id uuid not null,
  kind text not null check (kind in ('invitation', 'reset')),
  asked_by uuid,                      -- an administrator; null: whoever says that they have forgotten theirs
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index password_link_account on kernel.password_link (tenant_id, account_id);
select kernel.isolate('kernel.password_link');

-- What was tried at a door and did not open it, counted for each who tries (essais): the row is the lock, so that
-- many at once are counted one after the other.
create table kernel.tried (
  tenant_id uuid not null,
  door text not null,
  who bytea not null,                 -- SHA-256 of an account, a browser, an address, or what tells them together
  times integer not null default 0,
  at timestamptz not null default now(),
  primary key (tenant_id, door, who)
);
create index tried_at on kernel.tried (tenant_id, at);
select kernel.isolate('kernel.tried');
