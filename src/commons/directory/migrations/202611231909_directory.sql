create schema if not exists commons;
grant usage on schema commons to beffroi_app;

create table commons.service (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
select kernel.isolate('commons.service');

create table commons.person (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  civility text not null default '' check (civility in ('', 'mr', 'mrs')),
  first_name text not null,
  last_name text not null,
  primary key (tenant_id, id)
);
select kernel.isolate('commons.person');

-- What a person does in a service (fonction): editors write, heads validate, observers read.
create table commons.membership (
  tenant_id uuid not null,
  service_id uuid not null,
  person_id uuid not null,
  function text not null check (function in ('editor', 'head', 'observer')),
  primary key (tenant_id, service_id, person_id, function),
  foreign key (tenant_id, service_id) references commons.service,
  foreign key (tenant_id, person_id) references commons.person
);
create index membership_person on commons.membership (tenant_id, person_id);
select kernel.isolate('commons.membership');

-- What a person is in the whole authority.
create table commons.role_grant (
  tenant_id uuid not null,
  person_id uuid not null,
  role text not null check (role in
    ('agent', 'secretariat', 'director_general', 'mayor', 'councillor', 'administrator')),
  primary key (tenant_id, person_id, role),
  foreign key (tenant_id, person_id) references commons.person
);
select kernel.isolate('commons.role_grant');

-- A public office that a person holds (mandat): its title is printed on acts.
create table commons.mandate (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  title text not null,                -- « Échevine », « Directeur général »
  valid_from date not null,
  valid_to date,                      -- the first day on which it no longer holds
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references commons.person,
  check (valid_to is null or valid_to > valid_from)
);
create index mandate_person on commons.mandate (tenant_id, person_id);
select kernel.isolate('commons.mandate');
