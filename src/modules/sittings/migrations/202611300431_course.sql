-- What happens in a sitting besides who comes and goes: it is suspended, the public leaves, somebody else presides.
create table sittings.incident (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  item_id uuid not null,              -- before it, or while it is discussed
  kind text not null check (kind in ('suspended', 'withdrawn', 'readmitted', 'presides', 'keeps')),
  during boolean not null default false,
  at time,
  until time,                         -- of a suspension, when the sitting went on
  seat_id uuid,                       -- who asked for it; who presides or keeps the minutes from here on
  ground text not null default '' check (ground in ('', 'persons', 'public_order', 'rank', 'designation')),
  votes integer,                      -- how many wanted no public (CDLD L1122-20)
  reason text not null default '',
  article text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, item_id) references deliberations.item,
  foreign key (tenant_id, seat_id) references commons.seat,
  check (kind <> 'suspended' or at is not null),
  check (kind = 'suspended' or until is null),
  check (kind not in ('presides', 'keeps') or seat_id is not null)
);
create index on sittings.incident (tenant_id, meeting_id);
select kernel.isolate('sittings.incident');

-- Who votes for whom, on which written order, from one point to another.
create table sittings.proxy (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  giver_id uuid not null,
  holder_id uuid not null,
  from_item_id uuid not null,
  until_item_id uuid,                 -- with it; null: to the end
  given_on date not null,
  statement text not null,            -- what was written: « lettre », « courriel »
  article text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, giver_id) references commons.seat,
  foreign key (tenant_id, holder_id) references commons.seat,
  foreign key (tenant_id, from_item_id) references deliberations.item,
  foreign key (tenant_id, until_item_id) references deliberations.item,
  check (giver_id <> holder_id)
);
create index on sittings.proxy (tenant_id, meeting_id);
select kernel.isolate('sittings.proxy');

-- Why somebody stands aside or is away, where it is said.
alter table sittings.movement add column reason text not null default '';
