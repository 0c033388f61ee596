create schema if not exists commons;
grant usage on schema commons to beffroi_app;

-- What a person is told (notification): who did what to which dossier. Fixed when it is written, so that
-- what somebody comes to bear later tells them nothing of before.
create table commons.notice (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  dossier_id uuid not null,
  type text not null,                 -- deliberations.item.send_back
  actor_name text not null,
  said text not null default '',      -- the reason that was given
  at timestamptz not null default now(),
  seen_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references commons.person on delete cascade,
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade
);
create index notice_person on commons.notice (tenant_id, person_id, id);
create index notice_new on commons.notice (tenant_id, person_id) where seen_at is null;
create index notice_dossier on commons.notice (tenant_id, dossier_id);
select kernel.isolate('commons.notice');

-- What a person does not want to be told.
create table commons.notice_unwanted (
  tenant_id uuid not null,
  person_id uuid not null,
  type text not null,                 -- deliberations.item.send_back
  primary key (tenant_id, person_id, type),
  foreign key (tenant_id, person_id) references commons.person on delete cascade
);
select kernel.isolate('commons.notice_unwanted');
