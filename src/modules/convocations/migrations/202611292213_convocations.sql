create schema convocations;
grant usage on schema convocations to beffroi_app;

-- What was sent to an organ about a meeting (acte de convocation), word for word: rows are never changed.
create table convocations.act (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  kind text not null check (kind in ('convocation', 'again', 'supplement', 'change', 'cancellation')),
  at timestamptz not null default now(),
  by_name text not null,
  starts_at timestamptz not null,     -- day, hour and place as they were announced
  place text not null,
  rank integer not null,              -- first, second or third convocation (CDLD L1122-17)
  agenda_version integer,             -- the version of the agenda that it holds
  urgency text not null default '',   -- why the delay of the law is not kept
  quote text not null default '',     -- of the law, which a third convocation repeats
  article text not null default '',   -- of the rule by which its delay was reckoned
  last_day date,                      -- on which it may be received; null: no rule is known
  subject text not null,
  body text not null,
  hash text not null,                 -- SHA-256 of subject and body
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting
);
create index act_meeting on convocations.act (tenant_id, meeting_id);
select kernel.isolate('convocations.act');

-- To whom it went, by what way, and what became of it.
create table convocations.notice (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  act_id uuid not null,
  seat_id uuid not null,
  member text not null,               -- by name, as it was then
  way text not null check (way in ('email', 'paper', 'bearer')),
  address text not null default '',   -- of an e-mail
  mail_id uuid,                       -- the message, while the outbox keeps it
  state text not null check (state in ('waiting', 'sent', 'refused', 'kept', 'returned', 'received')),
  sent_on date not null,
  received_on date,                   -- from which the delay counts
  noted_by text not null default '',  -- who noted that; empty: the server for mail said so
  primary key (tenant_id, id),
  foreign key (tenant_id, act_id) references convocations.act,
  foreign key (tenant_id, seat_id) references commons.seat,
  unique (tenant_id, act_id, seat_id)
);
create index notice_mail on convocations.notice (tenant_id, mail_id);
create index notice_seat on convocations.notice (tenant_id, seat_id);
select kernel.isolate('convocations.notice');
