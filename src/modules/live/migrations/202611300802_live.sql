create schema live;
grant usage on schema live to beffroi_app;

-- Which point of a meeting is before the room now. It is where all screens look, and no fact of the minutes.
create table live.front (
  tenant_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade,
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
create index on live.front (tenant_id, item_id);
select kernel.isolate('live.front');

-- A vote by name that members cast on their own screens, as long as it is open; one a meeting.
create table live.poll (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  item_id uuid not null,
  motion_id uuid,                     -- null: the point as a whole
  opened_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade,
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, motion_id) references votes.motion on delete cascade
);
create index on live.poll (tenant_id, item_id);
create index on live.poll (tenant_id, motion_id);
select kernel.isolate('live.poll');

-- What somebody votes in it, until it is closed: then it is a ballot of the vote, and nothing here.
create table live.choice (
  tenant_id uuid not null,
  poll_id uuid not null,
  seat_id uuid not null,
  choice text not null check (choice in ('yes', 'no', 'abstain')),
  aloud boolean not null,             -- said aloud and noted by who keeps the minutes
  primary key (tenant_id, poll_id, seat_id),
  foreign key (tenant_id, poll_id) references live.poll on delete cascade,
  foreign key (tenant_id, seat_id) references commons.seat
);
create index on live.choice (tenant_id, seat_id);
select kernel.isolate('live.choice');
