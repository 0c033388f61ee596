create schema if not exists commons;
grant usage on schema commons to beffroi_app;

-- What an authority decided for itself (paramètre): a row a decision; the last one of a name holds.
create table commons.setting (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,                 -- deliberations.usual_place
  given jsonb not null,               -- as its field takes it
  decided_by text not null,
  decided_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index on commons.setting (tenant_id, name, id);
select kernel.isolate_append_only('commons.setting');
