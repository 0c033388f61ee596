create schema if not exists commons;
grant usage on schema commons to beffroi_app;

-- How the numbers of a series are written and when they begin again: a row a decision, the last one holds.
create table commons.series_rule (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  series text not null,               -- deliberations.meeting
  pattern text not null,              -- {organ}/{year}/{number}
  restarts text not null check (restarts in ('year', 'never')),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index on commons.series_rule (tenant_id, series, id);
select kernel.isolate_append_only('commons.series_rule');

-- The last number of each counter. Its row is locked by whoever takes one, to the end of their transaction.
create table commons.series_counter (
  tenant_id uuid not null,
  series text not null,
  scope text not null default '',     -- what tells counters of a series apart: the id of an organ
  year integer not null,              -- 0 where it never begins again
  last integer not null check (last >= 0),
  primary key (tenant_id, series, scope, year)
);
select kernel.isolate('commons.series_counter');

-- What was given: nobody changes it, nobody gives it again.
create table commons.series_number (
  tenant_id uuid not null,
  series text not null,
  scope text not null default '',
  year integer not null,              -- of the day for which it was given
  number integer not null check (number > 0),
  reference text not null,            -- as it was written
  given_at timestamptz not null default now(),
  primary key (tenant_id, series, scope, year, number),
  unique (tenant_id, series, reference)
);
create index on commons.series_number (tenant_id, series, scope, number);
select kernel.isolate_append_only('commons.series_number');
