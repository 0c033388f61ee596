-- A word of a list that an authority keeps for itself, in its order (vocabulaire).
create table commons.term (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  vocabulary text not null,           -- deliberations.category
  name text not null,
  grouping text not null default '',  -- under what head a long list shows it
  position integer not null,
  hidden boolean not null default false, -- proposed no more; dossiers that have it keep it
  primary key (tenant_id, id),
  unique (tenant_id, vocabulary, name)
);
select kernel.isolate('commons.term');
