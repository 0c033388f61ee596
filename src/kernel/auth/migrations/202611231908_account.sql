-- The way in of a person: the account bears the person's own id. Principals are kept up to date by
-- the directory, so that a request reads them with its session in one query.
create table kernel.account (
  tenant_id uuid not null,
  id uuid not null,
  login text not null check (login = lower(login)),
  name text not null,
  password_hash text not null,        -- argon2id
  principals text[] not null default '{}',
  disabled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, login),
  -- The house itself bears `system` and may do everything: no account ever bears it.
  constraint account_is_a_person check (not 'system' = any (principals))
);
select kernel.isolate('kernel.account');

create table kernel.session (
  tenant_id uuid not null,
  token_hash bytea not null,          -- SHA-256 of the token: the table lets nobody in
  account_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index session_account on kernel.session (tenant_id, account_id);
select kernel.isolate('kernel.session');
