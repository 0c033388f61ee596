-- Who came in, who was refused, who took something out. Never rewritten.
create table kernel.audit (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  action text not null,               -- sign_in, sign_in_refused, download…
  actor_id uuid,
  actor_name text not null,
  address text,                       -- network address of the one who asked
  subject text,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index audit_attempts on kernel.audit (tenant_id, subject, at) where action = 'sign_in_refused';
create index audit_addresses on kernel.audit (tenant_id, address, at) where action = 'sign_in_refused';
select kernel.isolate_append_only('kernel.audit');
