-- A meeting of an organ (séance). Shares its key with commons.dossier.
create table deliberations.meeting (
  tenant_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  starts_at timestamptz not null,
  place text not null default '',
  number integer,                     -- within the year, given when the agenda is frozen
  opened_at timestamptz,
  closed_at timestamptz,
  assembly text not null default '',  -- as an imported meeting tells it, rich text
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, organ_id) references deliberations.organ,
  unique (tenant_id, organ_id, starts_at)
);
create index meeting_starts on deliberations.meeting (tenant_id, starts_at desc);
select kernel.isolate('deliberations.meeting');

-- A point (point d’ordre du jour), from its writing to its decision.
create table deliberations.item (
  tenant_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  meeting_id uuid,                    -- on whose agenda it is
  position integer,                   -- its number there, from 1
  list_type text not null default 'normal' check (list_type in ('normal', 'late')),
  privacy text not null default 'public' check (privacy in ('public', 'secret')),
  poll_type text not null default 'freehand' check (poll_type in ('freehand', 'secret', 'no_vote')),
  category_id uuid,
  motivation text not null default '',
  decision text not null default '',
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, organ_id) references deliberations.organ,
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, category_id) references deliberations.category,
  unique (tenant_id, meeting_id, position) deferrable initially deferred,
  check ((meeting_id is null) = (position is null))
);
select kernel.isolate('deliberations.item');

-- Who was there (présences), a seat each.
create table deliberations.attendance (
  tenant_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  status text not null check (status in ('present', 'excused', 'absent')),
  primary key (tenant_id, meeting_id, seat_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, seat_id) references deliberations.seat
);
select kernel.isolate('deliberations.attendance');

-- The vote on a point: the counts, the rule that was applied and what came of it.
create table deliberations.vote (
  tenant_id uuid not null,
  item_id uuid not null,
  secret boolean not null,
  yes integer not null check (yes >= 0),
  no integer not null check (no >= 0),
  abstain integer not null check (abstain >= 0),
  blank integer not null default 0 check (blank >= 0),
  invalid integer not null default 0 check (invalid >= 0),
  outcome text not null check (outcome in
    ('adopted', 'minority', 'tie', 'tie_postponed', 'no_vote_cast')),
  article text not null,              -- of the majority rule that was applied
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item
);
select kernel.isolate('deliberations.vote');

-- Who voted what, in a public vote only: of a secret one nothing else is kept but the counts.
create table deliberations.ballot (
  tenant_id uuid not null,
  item_id uuid not null,
  seat_id uuid not null,
  choice text not null check (choice in ('yes', 'no', 'abstain')),
  primary key (tenant_id, item_id, seat_id),
  foreign key (tenant_id, item_id) references deliberations.item,
  foreign key (tenant_id, seat_id) references deliberations.seat
);
select kernel.isolate('deliberations.ballot');
