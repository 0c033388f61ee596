-- How an organ was called until a day: what was decided before is printed by the name of its day.
create table commons.organ_name (
  tenant_id  uuid not null default kernel.tenant_id(),
  organ_id   uuid not null,
  -- The first day on which it was called otherwise.
  until      date not null,
  name       text not null,
  speaks_as  text not null,
  primary key (tenant_id, organ_id, until),
  foreign key (tenant_id, organ_id) references commons.organ on delete cascade
);
select kernel.isolate('commons.organ_name');
