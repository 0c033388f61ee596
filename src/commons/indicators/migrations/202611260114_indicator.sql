-- What is measured of a dossier (indicateur): a series in time, with a target for each year.
create table commons.indicator (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  label text not null,
  unit text not null default '',
  source text not null default '',    -- where the figures come from
  direction text not null check (direction in ('up', 'down')),     -- what is better
  baseline double precision,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references commons.dossier
);
create index indicator_dossier on commons.indicator (tenant_id, dossier_id);
select kernel.isolate('commons.indicator');

create table commons.indicator_target (
  tenant_id uuid not null,
  indicator_id uuid not null,
  year integer not null,
  value double precision not null,
  primary key (tenant_id, indicator_id, year),
  foreign key (tenant_id, indicator_id) references commons.indicator on delete cascade
);
select kernel.isolate('commons.indicator_target');

create table commons.measure (
  tenant_id uuid not null,
  indicator_id uuid not null,
  measured_on date not null,
  value double precision not null,
  note text not null default '',
  noted_by text not null,
  primary key (tenant_id, indicator_id, measured_on),
  foreign key (tenant_id, indicator_id) references commons.indicator on delete cascade
);
select kernel.isolate('commons.measure');
