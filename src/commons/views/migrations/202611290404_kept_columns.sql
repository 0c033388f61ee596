-- The columns that a person chose for a view of a list, in their order; the first one is always there.
create table commons.kept_columns (
  tenant_id uuid not null,
  person_id uuid not null,
  list text not null,                 -- deliberations.items
  view text not null,                 -- the query of the view, normalised; empty for the list as it is
  columns text[] not null,
  primary key (tenant_id, person_id, list, view),
  foreign key (tenant_id, person_id) references commons.person on delete cascade
);
select kernel.isolate('commons.kept_columns');
