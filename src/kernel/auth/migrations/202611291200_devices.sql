-- Browsers in which a person has signed in before (appareils connus): what strangers try does not shut them out.
create table kernel.device (
  tenant_id uuid not null,
  token_hash bytea not null,          -- SHA-256 of what the browser keeps
  account_id uuid not null,
  used_at timestamptz not null default now(),
  refused integer not null default 0, -- wrong passwords since the last right one
  refused_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index device_account on kernel.device (tenant_id, account_id, used_at);
select kernel.isolate('kernel.device');

-- A session that nobody uses ends before its time.
alter table kernel.session add column seen_at timestamptz not null default now();
create index audit_braked on kernel.audit (tenant_id, subject, at) where action = 'sign_in_braked';
