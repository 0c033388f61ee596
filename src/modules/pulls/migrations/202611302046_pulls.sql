create schema pulls;
grant usage on schema pulls to beffroi_app;

-- How the meetings of a source are fetched where its software answers as plonemeeting.restapi (reprise). Its id is that of the source.
create table pulls.setting (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,                       -- of the site, without a slash at its end
  username text not null,
  password bytea not null,                 -- enciphered
  config_id text not null,                 -- which organ there: meeting-config-council
  category_field text not null check (category_field in ('category', 'classifier')),
  texts text not null check (texts in ('public_deliberation', 'public_deliberation_decided')),
  states text[] not null,                  -- of the meetings that are asked for
  mapped_subjects_only boolean not null,
  mapped_people_only boolean not null,
  every text not null check (every in ('never', 'day', 'hour')),
  days_back integer not null check (days_back between 1 and 730),
  next_at timestamptz,                     -- when it is fetched next by itself; null: never
  last_at timestamptz,                     -- when that last went well
  last_failure jsonb,                      -- why it did not, since then: a message and what stands in it
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references incoming.source on delete cascade
);
select kernel.isolate('pulls.setting');

-- A meeting that is fetched, or was.
create table pulls.run (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  source_id uuid not null,
  meeting_uid text not null,               -- its id there
  title text not null,
  by_itself boolean not null,
  only_points text[],                      -- their ids there; null: all
  force boolean not null,
  state text not null default 'asked' check (state in ('asked', 'done', 'failed')),
  asked_at timestamptz not null default now(),
  ended_at timestamptz,
  done jsonb,                              -- how many points became what
  failure jsonb,
  meeting_id uuid,                         -- ours
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references pulls.setting on delete cascade,
  check ((state = 'asked') = (ended_at is null))
);
create index run_source on pulls.run (tenant_id, source_id, asked_at desc);
select kernel.isolate('pulls.run');
