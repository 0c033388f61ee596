-- Which master keys wrap the keys below, by their fingerprints. The keys themselves are outside the database. A start
-- compares; a key that is not here any more can wrap nothing.
create table kernel.secret_master (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{32}$'),
  since timestamptz not null default now()
);

-- The keys of an authority, each wrapped by a master key: with `data` values are enciphered, with `index` they are
-- found again without being read.
create table kernel.secret_key (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  use text not null check (use in ('data', 'index')),
  wrapped bytea not null,
  master text not null references kernel.secret_master,
  made_at timestamptz not null default now(),
  retired_at timestamptz,   -- since when nothing is enciphered with it any more
  primary key (tenant_id, id)
);
create unique index secret_key_current on kernel.secret_key (tenant_id, use) where retired_at is null;
select kernel.isolate('kernel.secret_key');
