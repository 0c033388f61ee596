create schema incoming;
grant usage on schema incoming to beffroi_app;

-- Software of elsewhere in which an authority prepares its meetings (source).
create table incoming.source (
  tenant_id uuid not null,
  id uuid not null,
  program_id uuid,                         -- the program that pushes for it; null: none does
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, program_id) references commons.program
);
select kernel.isolate('incoming.source');

-- What its tokens stand for here (correspondance); all three null: nobody has said yet.
create table incoming.mapping (
  tenant_id uuid not null,
  source_id uuid not null,
  what text not null check (what in ('organ', 'subject', 'in_charge')),
  token text not null,
  label text not null default '',          -- as it is called there; empty: as its token
  organ_id uuid,
  term_id uuid,
  person_id uuid,
  primary key (tenant_id, source_id, what, token),
  foreign key (tenant_id, source_id) references incoming.source on delete cascade,
  foreign key (tenant_id, organ_id) references commons.organ,
  foreign key (tenant_id, term_id) references commons.term,
  foreign key (tenant_id, person_id) references commons.person
);
select kernel.isolate('incoming.mapping');

-- A meeting as its software told it last.
create table incoming.meeting (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  external_id text not null,
  modified timestamptz not null,           -- there
  organ_token text not null,
  organ_id uuid,                           -- ours, once somebody said which it is
  starts_at timestamptz not null,
  place text not null,
  told text not null check (told in ('planned', 'held', 'cancelled')),
  approved_by text,                        -- who said that its minutes are approved
  approved_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, source_id, external_id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, source_id) references incoming.source,
  foreign key (tenant_id, organ_id) references commons.organ
);
select kernel.isolate('incoming.meeting');

-- A point as its software told it last: a draft until somebody publishes it.
create table incoming.point (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  external_id text not null,
  modified timestamptz not null,           -- there
  content_hash text not null,              -- of all that was told, but its files
  stage text not null check (stage in ('project', 'decision')),
  position integer not null,
  number text not null,
  subject text,
  in_charge text[] not null default '{}',
  outcome text,
  motivation text not null,
  decision text not null,
  votes jsonb not null default '[]',
  gone_at timestamptz,                     -- since when its meeting names it no more
  primary key (tenant_id, id),
  unique (tenant_id, meeting_id, external_id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, meeting_id) references incoming.meeting,
  check ((stage = 'decision') = (outcome is not null))
);
select kernel.isolate('incoming.point');

-- Which file of theirs a file of a point is.
create table incoming.annex (
  tenant_id uuid not null,
  annex_id uuid not null,
  point_id uuid not null,
  external_id text not null,
  modified timestamptz,                    -- there
  sha256 text not null,                    -- of the bytes that came
  primary key (tenant_id, annex_id),
  unique (tenant_id, point_id, external_id),
  foreign key (tenant_id, annex_id) references commons.annex on delete cascade,
  foreign key (tenant_id, point_id) references incoming.point
);
select kernel.isolate('incoming.annex');
