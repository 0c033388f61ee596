-- The texts that an explanatory note had, those that stood until now among them; no words: it was taken away. Only added to.
create table preparation.explanation_version (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  item_id uuid not null,
  words text not null,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
create index explanation_version_of_item on preparation.explanation_version (tenant_id, item_id, id);
select kernel.isolate_append_only('preparation.explanation_version');
insert into preparation.explanation_version (tenant_id, item_id, words, by_name, at)
  select tenant_id, item_id, words, by_name, at from preparation.explanation;
-- A note is found with its point: their entries are read again.
update kernel.search_entry set stale = true
  where subject_id in (select item_id from preparation.explanation);
