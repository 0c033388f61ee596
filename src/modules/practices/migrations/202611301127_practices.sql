create schema practices;
grant usage on schema practices to beffroi_app;

-- How an organ does things (usages d’un organe): whether decisions are hidden while they are written, how points are numbered on.
create table practices.practice (
  tenant_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  hides boolean not null default false,
  goes_on text not null default 'no' check (goes_on in ('no', 'year', 'since')),
  since date,                              -- from which day numbers go on
  categories uuid[] not null default '{}', -- of the points that count; none: all
  primary key (tenant_id, id),
  unique (tenant_id, organ_id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, organ_id) references commons.organ,
  check (goes_on <> 'since' or since is not null)
);
select kernel.isolate('practices.practice');

-- The number of the first point of a meeting, where numbers go on from one to the next.
create table practices.first_number (
  tenant_id uuid not null,
  meeting_id uuid not null,
  number integer not null check (number > 0),
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade
);
select kernel.isolate('practices.first_number');
