create schema streets;
grant usage on schema streets to beffroi_app;

create table streets.occupation (
  tenant_id    uuid not null,
  id           uuid not null,
  applicants   uuid[] not null default '{}',
  phone        text not null,
  received_on  date not null,
  places       jsonb not null default '[]',
  surface      text not null,
  purposes     uuid[] not null,
  starts_on    date not null,
  ends_on      date,
  closed       boolean not null,
  diversion    text not null,
  request      text not null,
  stretches    jsonb not null default '[]',
  fee          bigint, -- cents
  deposit      bigint, -- cents
  inspector_id uuid,
  plan_id      uuid,
  opinion      text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, inspector_id) references commons.person,
  foreign key (tenant_id, plan_id) references commons.annex
);
select kernel.isolate('streets.occupation');
select commons.index_places('streets.occupation', 'places');
