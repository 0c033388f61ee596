-- A member of another organ who is called to sit for one point, where votes were tied.
create table sittings.called (
  tenant_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  seat_id uuid not null,
  article text not null,
  title text not null,                          -- as they were called then
  civility text not null,
  first_name text not null,
  last_name text not null,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, item_id) references deliberations.item,
  foreign key (tenant_id, seat_id) references commons.seat
);
select kernel.isolate('sittings.called');
