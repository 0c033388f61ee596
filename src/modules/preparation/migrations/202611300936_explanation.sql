-- The explanatory note of a point (note de synthèse explicative, CDLD L1122-13, L1122-24), read by who sees the point.
create table preparation.explanation (
  tenant_id uuid not null,
  item_id uuid not null,
  words text not null check (words <> ''),
  by_name text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('preparation.explanation');
