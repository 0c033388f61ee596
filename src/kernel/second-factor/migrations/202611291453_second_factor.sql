-- Codes that an application on a telephone reckons (RFC 6238), one for each account: its id is that of the row.
create table kernel.totp (
  tenant_id uuid not null,
  id uuid not null,
  secret bytea not null,              -- enciphered (kernel/secrets)
  begun_at timestamptz not null default now(),
  confirmed_at timestamptz,           -- since when it is asked for; null: the person has not shown a code yet
  last_step bigint not null default 0, -- the half minute of the last code that was taken: none is taken twice
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references kernel.account on delete cascade
);
select kernel.isolate('kernel.totp');

-- Codes that let in once each when the telephone is lost (codes de secours).
create table kernel.recovery_code (
  tenant_id uuid not null,
  code_hash bytea not null,           -- SHA-256 of 80 random bits
  account_id uuid not null,
  used_at timestamptz,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index recovery_code_account on kernel.recovery_code (tenant_id, account_id);
select kernel.isolate('kernel.recovery_code');
