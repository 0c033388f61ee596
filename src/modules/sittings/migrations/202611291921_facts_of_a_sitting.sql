-- Who comes, goes or stands aside while an organ sits, and at which point.
create table sittings.movement (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  seat_id uuid not null,
  item_id uuid not null,              -- before it somebody comes or goes; of it somebody stands aside
  kind text not null check (kind in ('arrives', 'leaves', 'withdraws')),
  at time,                            -- the hour, where it was noted
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, seat_id) references commons.seat,
  foreign key (tenant_id, item_id) references deliberations.item,
  unique (tenant_id, meeting_id, seat_id, item_id)
);
select kernel.isolate('sittings.movement');

-- Who presided and who kept the minutes, as it was noted.
create table sittings.officer (
  tenant_id uuid not null,
  meeting_id uuid not null,
  office text not null check (office in ('presides', 'keeps')),
  seat_id uuid not null,
  primary key (tenant_id, meeting_id, office),
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, seat_id) references commons.seat
);
select kernel.isolate('sittings.officer');

-- The urgency of a point that is not on the agenda, and the rule by which it was declared.
create table sittings.urgency (
  tenant_id uuid not null,
  item_id uuid not null,
  article text not null,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item
);
select kernel.isolate('sittings.urgency');

-- Who declared it: their names stand in the minutes.
create table sittings.urgency_voice (
  tenant_id uuid not null,
  item_id uuid not null,
  seat_id uuid not null,
  primary key (tenant_id, item_id, seat_id),
  foreign key (tenant_id, item_id) references sittings.urgency on delete cascade,
  foreign key (tenant_id, seat_id) references commons.seat
);
select kernel.isolate('sittings.urgency_voice');
