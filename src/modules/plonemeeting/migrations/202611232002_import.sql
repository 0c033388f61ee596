create schema plonemeeting;
grant usage on schema plonemeeting to beffroi_app;

-- An import between its upload and its end: the files are in the file store, nothing else is written.
create table plonemeeting.draft (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  files jsonb not null,               -- [{ name, hash }]
  organ_id uuid,                      -- chosen; else the one that the answers hint at
  choices jsonb not null,             -- Choices of plan.ts
  created_by uuid not null,           -- nobody else sees it
  expires_at timestamptz not null default now() + interval '2 days',
  primary key (tenant_id, id)
);
select kernel.isolate('plonemeeting.draft');

-- What a category or a service of theirs is here: asked once, remembered.
create table plonemeeting.mapping (
  tenant_id uuid not null,
  what text not null check (what in ('category', 'service')),
  token text not null,
  local_id uuid not null,
  primary key (tenant_id, what, token)
);
select kernel.isolate('plonemeeting.mapping');
