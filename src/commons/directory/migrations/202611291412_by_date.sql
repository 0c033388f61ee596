-- What a person is and does has a first day and an end: who was who can be asked of any day. Without `valid_from` it
-- always was; `valid_to` is, in the whole house, the first day on which it no longer holds.
-- How it is held: of one's own, in the place of somebody (faisant fonction), or handed on by its holder (délégation).
create extension if not exists btree_gist with schema kernel;

alter table commons.membership
  drop constraint membership_pkey,
  add column id uuid not null default uuidv7(),
  add column valid_from date,
  add column valid_to date,
  add column held text not null default 'own' check (held in ('own', 'acting', 'delegated')),
  add column for_id uuid,
  add primary key (tenant_id, id),
  add foreign key (tenant_id, for_id) references commons.person,
  add check (valid_to > valid_from),
  add check ((held = 'own') = (for_id is null) or held = 'acting'),
  add check (for_id <> person_id),
  add constraint membership_once exclude using gist (tenant_id with =, person_id with =, service_id with =,
    function with =, daterange(valid_from, valid_to) with &&);
create index membership_service on commons.membership (tenant_id, service_id);

alter table commons.role_grant
  drop constraint role_grant_pkey,
  add column id uuid not null default uuidv7(),
  add column valid_from date,
  add column valid_to date,
  add column held text not null default 'own' check (held in ('own', 'acting', 'delegated')),
  add column for_id uuid,
  add primary key (tenant_id, id),
  add foreign key (tenant_id, for_id) references commons.person,
  add check (valid_to > valid_from),
  add check ((held = 'own') = (for_id is null) or held = 'acting'),
  add check (for_id <> person_id),
  add constraint role_grant_once exclude using gist (tenant_id with =, person_id with =, role with =,
    daterange(valid_from, valid_to) with &&);
create index role_grant_role on commons.role_grant (tenant_id, role);

-- A mandate may be held in the place of somebody; the same title twice on one day is one too many.
alter table commons.mandate
  add column held text not null default 'own' check (held in ('own', 'acting')),
  add column for_id uuid,
  add foreign key (tenant_id, for_id) references commons.person,
  add check (held = 'acting' or for_id is null),
  add check (for_id <> person_id),
  add constraint mandate_once exclude using gist (tenant_id with =, person_id with =, title with =,
    daterange(valid_from, valid_to) with &&);

-- The day for which what an account bears was reckoned: on another day it is reckoned anew before it is asked.
alter table kernel.account add column principals_on date;
