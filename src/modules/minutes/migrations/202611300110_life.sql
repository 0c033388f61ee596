create schema minutes;
grant usage on schema minutes to beffroi_app;

-- The minutes of a meeting (procès-verbal), from its opening to their approval.
create table minutes.record (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  organ_id uuid not null,
  versions integer not null default 0,    -- how many were kept
  read_version integer,                   -- the one that the members were given to read
  approved_on date,
  how text not null default '' check (how in ('', 'silently', 'corrected', 'at_once', 'closing', 'elsewhere')),
  approved_in uuid,                       -- the meeting that approved them
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, approved_in) references deliberations.meeting,
  foreign key (tenant_id, organ_id) references commons.organ,
  unique (tenant_id, meeting_id),
  check ((how = '') = (approved_on is null))
);
create index record_organ on minutes.record (tenant_id, organ_id) where approved_on is null;
create index record_approved_in on minutes.record (tenant_id, approved_in);
select kernel.isolate('minutes.record');

-- What was said of a point, as whoever keeps the minutes writes it.
create table minutes.remark (
  tenant_id uuid not null,
  record_id uuid not null,
  item_id uuid not null,
  words text not null,
  primary key (tenant_id, record_id, item_id),
  foreign key (tenant_id, record_id) references minutes.record,
  foreign key (tenant_id, item_id) references deliberations.item
);
select kernel.isolate('minutes.remark');

-- The text as members were given it, as it was corrected, as it was approved: word for word, never changed.
create table minutes.version (
  tenant_id uuid not null,
  record_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('read', 'corrected', 'approved')),
  content text not null,
  hash text not null,                     -- SHA-256 of the content
  reason text not null default '',
  made_at timestamptz not null default now(),
  made_by text not null,
  primary key (tenant_id, record_id, number),
  foreign key (tenant_id, record_id) references minutes.record
);
select kernel.isolate_append_only('minutes.version');

-- What a member wants said otherwise (observation; CDLD L1122-16), and what became of it.
create table minutes.objection (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  record_id uuid not null,
  seat_id uuid not null,
  member text not null,
  item_id uuid,
  wanted text not null,
  made_at timestamptz not null default now(),
  noted_by text not null,
  outcome text check (outcome in ('accepted', 'rejected', 'withdrawn')),
  answer text not null default '',
  settled_at timestamptz,
  settled_by text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, record_id) references minutes.record,
  foreign key (tenant_id, seat_id) references commons.seat,
  foreign key (tenant_id, item_id) references deliberations.item,
  check ((outcome is null) = (settled_at is null))
);
create index objection_record on minutes.objection (tenant_id, record_id);
select kernel.isolate('minutes.objection');

-- The point of an agenda that approves minutes.
create table minutes.approval (
  tenant_id uuid not null,
  item_id uuid not null,
  record_id uuid not null,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item,
  foreign key (tenant_id, record_id) references minutes.record
);
create index approval_record on minutes.approval (tenant_id, record_id);
select kernel.isolate('minutes.approval');

-- What was approved in the sitting itself (séance tenante), and the hash of what it said.
create table minutes.at_once (
  tenant_id uuid not null,
  record_id uuid not null,
  item_id uuid not null,
  hash text not null,
  at timestamptz not null default now(),
  noted_by text not null,
  primary key (tenant_id, record_id, item_id),
  foreign key (tenant_id, record_id) references minutes.record,
  foreign key (tenant_id, item_id) references deliberations.item
);
select kernel.isolate_append_only('minutes.at_once');

-- What is said of approved minutes afterwards: a new entry, with its reason; what was approved stays as it is.
create table minutes.rectification (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  record_id uuid not null,
  item_id uuid,
  words text not null,
  reason text not null,
  at timestamptz not null default now(),
  made_by text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, record_id) references minutes.record,
  foreign key (tenant_id, item_id) references deliberations.item
);
create index rectification_record on minutes.rectification (tenant_id, record_id);
select kernel.isolate_append_only('minutes.rectification');

-- Who signed the approved minutes, and when.
create table minutes.signature (
  tenant_id uuid not null,
  record_id uuid not null,
  office text not null check (office in ('presides', 'keeps')),
  seat_id uuid not null,
  signatory text not null,                -- by name, as it was then
  title text not null,
  signed_on date not null,
  noted_by text not null,
  primary key (tenant_id, record_id, office),
  foreign key (tenant_id, record_id) references minutes.record,
  foreign key (tenant_id, seat_id) references commons.seat
);
select kernel.isolate('minutes.signature');
