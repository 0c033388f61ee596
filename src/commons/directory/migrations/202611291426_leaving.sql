-- Somebody leaves on a day (départ): from it on they bear nothing, and a colleague takes over what waits for them.
alter table commons.person
  add column external_id text not null default '',  -- what the personnel office calls them (matricule)
  add column leaves_on date,                        -- the first day on which they are no longer there
  add column heir_id uuid,                          -- who takes over what waits
  add column left_at timestamptz,                   -- when all of it was ended
  add column merged_into uuid,                      -- it was one person twice: this one is the other
  add foreign key (tenant_id, heir_id) references commons.person,
  add foreign key (tenant_id, merged_into) references commons.person,
  add check (heir_id <> id),
  add check (merged_into <> id),
  add check (left_at is null or leaves_on is not null);
create unique index person_external on commons.person (tenant_id, external_id) where external_id <> '';
create index person_leaves on commons.person (tenant_id, leaves_on) where leaves_on is not null;
create index person_heir on commons.person (tenant_id, heir_id) where heir_id is not null;
create index person_email on commons.person (tenant_id, lower(email)) where email <> '';

-- A service begins on a day, and where it ends another may go on in its place.
alter table commons.service
  add column opened_on date,
  add column successor_id uuid,
  add foreign key (tenant_id, successor_id) references commons.service,
  add check (successor_id <> id),
  add check (closed_on > opened_on);

-- What a service was called before, on its days.
create table commons.service_past_name (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  service_id uuid not null,
  called text not null,
  valid_from date,
  valid_to date not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references commons.service,
  check (valid_to >= valid_from)
);
create index service_past_name_service on commons.service_past_name (tenant_id, service_id);
select kernel.isolate('commons.service_past_name');
