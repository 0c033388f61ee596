-- An import between its upload and its end: the files are in the file store, nothing else is written.
create table deliberations.import_draft (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  files jsonb not null,               -- [{ name, hash }]
  organ_id uuid,                      -- chosen; else the one that the answers hint at
  choices jsonb not null,             -- Choices of plan.ts
  created_by uuid not null,           -- nobody else sees it
  expires_at timestamptz not null default now() + interval '2 days',
  primary key (tenant_id, id),
  foreign key (tenant_id, organ_id) references deliberations.organ
);
select kernel.isolate('deliberations.import_draft');
