create schema circulation;
grant usage on schema circulation to beffroi_app;

-- To which services a point is given to read (copie).
create table circulation.copy (
  tenant_id uuid not null,
  item_id uuid not null,
  service_id uuid not null,
  primary key (tenant_id, item_id, service_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, service_id) references commons.service
);
select kernel.isolate('circulation.copy');

-- Points that have to do with one another (points liés), each pair once.
create table circulation.link (
  tenant_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, one_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, other_id) references deliberations.item on delete cascade,
  check (one_id < other_id)
);
select kernel.isolate('circulation.link');
create index link_other on circulation.link (tenant_id, other_id);

-- Words by which points are marked (étiquettes): of the authority, or of one person alone.
create table circulation.label (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  tone text not null check (tone in ('neutral', 'info', 'good', 'warn', 'bad')),
  person_id uuid,                           -- null: of the authority
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references commons.person on delete cascade
);
select kernel.isolate('circulation.label');
select kernel.distinguish('circulation.label', 'name', 'person_id');

create table circulation.labelled (
  tenant_id uuid not null,
  label_id uuid not null,
  item_id uuid not null,
  primary key (tenant_id, label_id, item_id),
  foreign key (tenant_id, label_id) references circulation.label on delete cascade,
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('circulation.labelled');
create index labelled_item on circulation.labelled (tenant_id, item_id);
