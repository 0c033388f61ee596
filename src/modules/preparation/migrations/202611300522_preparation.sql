create schema preparation;
grant usage on schema preparation to beffroi_app;

-- Who took a point over (prise en charge) while it stood somewhere: there it is theirs again when it comes back.
create table preparation.taking (
  tenant_id uuid not null,
  item_id uuid not null,
  stage text not null,                      -- its state, and its level of validation
  person_id uuid not null,
  taken_at timestamptz not null default now(),
  primary key (tenant_id, item_id, stage),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, person_id) references commons.person
);
select kernel.isolate('preparation.taking');

-- What was said of the emergency and the completeness of a point, one after the other; the last says how it stands.
create table preparation.step (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  item_id uuid not null,
  cycle text not null check (cycle in ('emergency', 'completeness')),
  verb text not null,
  state text not null,
  comment text not null check (comment <> ''),
  by_actor uuid,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
create index step_of_item on preparation.step (tenant_id, item_id, cycle, id);
select kernel.isolate('preparation.step');
