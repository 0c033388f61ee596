create schema scheduling;
grant usage on schema scheduling to beffroi_app;

-- For which meeting a point is meant, before an agenda bears it (séance souhaitée).
create table scheduling.wish (
  tenant_id uuid not null,
  item_id uuid not null,
  meeting_id uuid not null,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade
);
create index on scheduling.wish (tenant_id, meeting_id);
select kernel.isolate('scheduling.wish');
