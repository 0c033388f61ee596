-- Kinds of advice (types d’avis) that an authority asks of its services and officers.
create table commons.advice_type (
  tenant_id uuid not null,
  id uuid not null,
  about text not null,                       -- the kind of dossiers: deliberations.item
  giver text not null,                       -- who gives it: service:<id>, role:<name>
  nature text not null default 'optional' check (nature in ('optional', 'mandatory', 'automatic')),
  condition text,                            -- of an automatic one: what the trade says of the dossier
  uninvited boolean not null default false,  -- who gives it may do so unasked (d’initiative)
  must_favour boolean not null default false, -- nothing goes on but with a favourable one
  law text,                                  -- the delay of the law that stands for the days below
  days integer not null default 10 check (days between 1 and 365),
  unit text not null default 'working' check (unit in ('working', 'calendar')),
  week text not null default 'five' check (week in ('five', 'six')),
  not_on text[] not null default '{}',       -- weekdays on which no delay ends, 1 to 7
  alert integer not null default 2 check (alert between 0 and 60),
  delays jsonb not null default '[]',        -- others that may be taken: urgency, extension
  offers text[] not null default '{}',       -- values that may be given
  confidential boolean not null default false,
  request text not null default '',          -- what is said to who gives it
  given_text text not null default '',       -- what a document says of it, by how it came out
  own_text text not null default '',
  late_text text not null default '',
  none_text text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  check ((nature = 'automatic') = (condition is not null))
);
select kernel.isolate('commons.advice_type');

-- An advice (avis) asked on a dossier of a trade, from its demand to its last version.
create table commons.advice (
  tenant_id uuid not null,
  id uuid not null,
  type_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null,
  giver text not null,
  advisers text[] not null,                  -- those of them who may give it
  askers text[] not null default '{}',       -- who may ask, take back, read what is confidential
  subject_readers text[] not null default '{}',
  nature text not null check (nature in ('optional', 'mandatory', 'automatic', 'own')),
  confidential boolean not null default false,
  reason text not null default '',           -- why it is asked, or asked again
  delay text not null default 'normal',      -- which of the delays runs: normal, urgent, extended, or 0, 1… of the type
  started_on date,
  stopped_on date,                           -- null while the clock runs
  why text not null default '',              -- how the last day was reckoned
  alert_on date,
  told_on date,                              -- the day of the alert or of the end that was told last
  draft_value text,                          -- hidden while it is written
  draft_words text not null default '',
  value text,
  words text not null default '',
  given_on date,
  given_by text not null default '',
  answer text not null default '',           -- what the service says of it
  inherited_from uuid,
  withdrawn boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, type_id) references commons.advice_type,
  foreign key (tenant_id, subject_id) references commons.dossier,
  foreign key (tenant_id, inherited_from) references commons.advice,
  check ((value is null) = (given_on is null))
);
create index advice_subject on commons.advice (tenant_id, subject_id);
create index advice_of_type on commons.advice (tenant_id, type_id);
-- Of one kind a dossier has one advice at a time.
create unique index advice_once on commons.advice (tenant_id, subject_id, type_id) where not withdrawn;
select kernel.isolate('commons.advice');

-- Each time it was given, with the text on which it was: nobody rewrites one.
create table commons.advice_version (
  tenant_id uuid not null,
  advice_id uuid not null,
  number integer not null,
  value text not null,
  words text not null,
  given_on date not null,
  given_by text not null,
  at timestamptz not null default now(),
  snapshot jsonb not null,
  primary key (tenant_id, advice_id, number),
  foreign key (tenant_id, advice_id) references commons.advice on delete cascade
);
select kernel.isolate('commons.advice_version');
revoke update on commons.advice_version from beffroi_app;
