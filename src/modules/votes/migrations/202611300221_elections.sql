-- Appointments and presentations of candidates (CDLD L1122-28): who stands, for how many posts, what each round gave.
create table votes.election (
  tenant_id uuid not null,
  item_id uuid not null,
  posts integer not null check (posts > 0),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item
);
select kernel.isolate('votes.election');

create table votes.candidate (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  item_id uuid not null,
  number integer not null,
  name text not null,
  born_on date,                                 -- decides between as many votes
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references votes.election on delete cascade,
  unique (tenant_id, item_id, number)
);
select kernel.isolate('votes.candidate');

create table votes.round (
  tenant_id uuid not null,
  item_id uuid not null,
  number integer not null check (number in (1, 2)),
  papers integer not null check (papers >= 0),  -- valid ones
  blank integer not null check (blank >= 0),
  invalid integer not null check (invalid >= 0),
  article text not null,
  votes jsonb not null,                         -- candidate → votes
  primary key (tenant_id, item_id, number),
  foreign key (tenant_id, item_id) references votes.election on delete cascade
);
select kernel.isolate('votes.round');
