-- The gate: what is read before the authority is known. Neither table holds anything private.
create table kernel.tenant (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,                 -- « Commune de Beauval »
  short_name text not null,           -- « Beauval »
  kind text not null,                 -- municipality, cpas, police_zone…
  address text[] not null default '{}',
  hue smallint not null default 235 check (hue between 0 and 359),
  arms text not null default '',      -- SVG
  created_at timestamptz not null default now()
);

create table kernel.host (
  name text primary key check (name = lower(name)),
  tenant_id uuid not null references kernel.tenant
);

grant select on kernel.tenant, kernel.host to beffroi_app;
