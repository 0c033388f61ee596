-- Files by the hash of their content; the bytes are in the file store.
create table kernel.file (
  tenant_id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),   -- SHA-256
  size bigint not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, hash)
);
select kernel.isolate_append_only('kernel.file');
