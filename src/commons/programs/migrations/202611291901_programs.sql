-- A program that acts in its own name (compte de service): it bears what is given to it, and does no more than its scopes.
-- It is no account of a person: it has no password, no page, no seat and no letterbox.
create table commons.program (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  purpose text not null,
  contact text not null,              -- whom one asks when it does harm
  service_id uuid not null,           -- the service that answers for it
  scopes text[] not null,             -- `deliberations:read`
  roles text[] not null default '{}',
  services uuid[] not null default '{}', -- where it does something, by its function
  function text not null default 'observer' check (function in ('editor', 'observer')),
  per_minute integer not null default 600 check (per_minute between 1 and 6000),
  suspended_at timestamptz,
  made_at timestamptz not null default now(),
  made_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references commons.service
);
select kernel.isolate('commons.program');
select kernel.distinguish('commons.program', 'name');

-- Several at a time, so that one takes the place of another without a stop. The secret is nowhere: this is its SHA-256.
create table commons.program_key (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  program_id uuid not null,
  hash bytea not null,
  tail text not null,                 -- its last four signs, by which people tell keys apart
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  used_from text,
  warned_at timestamptz,              -- somebody was told that it ends soon
  made_at timestamptz not null default now(),
  made_by_name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, hash),
  foreign key (tenant_id, program_id) references commons.program on delete cascade
);
create index program_key_program on commons.program_key (tenant_id, program_id);
select kernel.isolate('commons.program_key');

-- What a key was exchanged for (RFC 6749 § 4.4): it ends with its key, and after an hour.
create table commons.program_token (
  tenant_id uuid not null,
  hash bytea not null,
  key_id uuid not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, key_id) references commons.program_key on delete cascade
);
create index program_token_key on commons.program_token (tenant_id, key_id);
select kernel.isolate('commons.program_token');

-- What a program sends with a key is done once too: it is no account.
alter table kernel.once drop constraint once_tenant_id_account_id_fkey;
