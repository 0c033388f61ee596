-- Marginal notes of a point (notes marginales): written until after its meeting is closed, in no act, and not a version of its words.
create table preparation.note (
  tenant_id uuid not null,
  item_id uuid not null,
  words text not null,
  by_name text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('preparation.note');
