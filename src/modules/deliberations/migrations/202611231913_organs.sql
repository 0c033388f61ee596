create schema deliberations;
grant usage on schema deliberations to beffroi_app;

-- A deliberating body (organe): council, college… Its order of insertion is data of its own.
create table deliberations.organ (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  kind text not null,                 -- council, college… as legal rules name it
  name text not null,                 -- « Conseil communal »
  acronym text not null,              -- « CC », the head of references
  speaks_as text not null,            -- « Le Conseil communal »
  insertion jsonb not null,           -- InsertionMethod[] of ordering.ts
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, acronym)
);
select kernel.isolate('deliberations.organ');

-- A seat in an organ: who sits, as what, from when. The secretary sits without a vote.
create table deliberations.seat (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('president', 'member', 'secretary')),
  title text not null,                -- « Échevine », as minutes print it
  position integer not null,
  valid_from date not null,
  valid_to date,                      -- the first day on which it no longer holds
  primary key (tenant_id, id),
  foreign key (tenant_id, organ_id) references deliberations.organ,
  foreign key (tenant_id, person_id) references commons.person,
  check (valid_to is null or valid_to > valid_from)
);
create index seat_organ on deliberations.seat (tenant_id, organ_id, position);
create index seat_person on deliberations.seat (tenant_id, person_id);
select kernel.isolate('deliberations.seat');

-- What a point is about (catégorie); it also orders the agenda.
create table deliberations.category (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
select kernel.isolate('deliberations.category');
