create schema if not exists commons;
grant usage on schema commons to beffroi_app;

-- An import between its upload and its end: the files are in the file store, nothing else is written.
create table commons.import_draft (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,                 -- plonemeeting.meeting
  files jsonb not null,               -- [{ name, hash }]
  answers jsonb not null,             -- in the shape of its kind
  created_by uuid not null,           -- nobody else sees it
  expires_at timestamptz not null default now() + interval '2 days',
  primary key (tenant_id, id)
);
select kernel.isolate('commons.import_draft');
