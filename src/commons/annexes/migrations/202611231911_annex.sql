-- The files of a dossier (annexes); the content is in the file store, by its hash.
create table commons.annex (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  title text not null,
  file_name text not null,
  content_type text not null,
  hash text not null,
  size bigint not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,             -- an annex is withdrawn, never erased
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references commons.dossier,
  foreign key (tenant_id, hash) references kernel.file
);
create index annex_dossier on commons.annex (tenant_id, dossier_id, id);
select kernel.isolate('commons.annex');
