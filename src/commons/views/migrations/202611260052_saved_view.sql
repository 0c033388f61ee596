-- The filters of a list under a name that a person gave them (vue enregistrée).
create table commons.saved_view (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  list text not null,                 -- deliberations.items
  name text not null,
  query text not null,                -- the query of the list's address, normalised
  person_id uuid not null,
  shared boolean not null default false, -- others see it too
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, list, person_id, name),
  foreign key (tenant_id, person_id) references commons.person
);
create index saved_view_person on commons.saved_view (tenant_id, person_id);
select kernel.isolate('commons.saved_view');
