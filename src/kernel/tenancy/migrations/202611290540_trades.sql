-- Which trades an authority has on (métiers activés): the gate reads them with the authority, before
-- that is set, so everybody reads; only the open authority's own rows are written. The module that a
-- row names says in its folder what it is. History is in kernel.event.
create table kernel.trade (
  tenant_id uuid not null default kernel.tenant_id() references kernel.tenant,
  module text not null,
  since timestamptz not null default now(),
  by_name text not null default '',   -- who switched it on
  primary key (tenant_id, module)
);

-- What a module gave an authority to start with, once: a row for each, whatever becomes of it after.
create table kernel.provided (
  tenant_id uuid not null default kernel.tenant_id() references kernel.tenant,
  module text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, module)
);

-- The owner is not bound: the start asks in one query which of all authorities lack something.
alter table kernel.trade enable row level security;
create policy read on kernel.trade for select using (true);
create policy tenant on kernel.trade
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on kernel.trade to beffroi_app;

alter table kernel.provided enable row level security;
create policy tenant on kernel.provided
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on kernel.provided to beffroi_app;
