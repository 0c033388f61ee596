-- The documents made from a dossier (agenda, minutes…). Each making is a row of its own: what was
-- made is never altered, its hash says so.
create table commons.document (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  template text not null,             -- minutes.minutes
  title text not null,
  file_name text not null,
  state text not null default 'pending' check (state in ('pending', 'ready', 'failed')),
  hash text,                          -- SHA-256 of the file, once it is made
  size bigint,
  reason text,                        -- why it failed
  asked_by text not null,
  asked_at timestamptz not null default now(),
  made_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references commons.dossier,
  foreign key (tenant_id, hash) references kernel.file,
  check ((state = 'ready') = (hash is not null))
);
create index document_dossier on commons.document (tenant_id, dossier_id, id desc);
select kernel.isolate('commons.document');
