-- A dossier that nobody destroys for now (suspension de la conservation): a trial, an audit. Lifted, its row stays.
create table commons.legal_hold (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  reason text not null,
  held_by text not null,
  held_at timestamptz not null default now(),
  lifted_by text,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade,
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index on commons.legal_hold (tenant_id, dossier_id) where lifted_at is null;
select kernel.isolate('commons.legal_hold');

-- Dossiers whose time is over: the timer proposes, a person decides.
create table commons.elimination (
  tenant_id uuid not null,
  dossier_id uuid not null,
  ended_on date not null,             -- from which its period is counted
  over_on date not null,              -- on which that was over
  proposed_at timestamptz not null default now(),
  primary key (tenant_id, dossier_id),
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade
);
select kernel.isolate('commons.elimination');

-- What was destroyed (certificat d’élimination): references and hashes, not what stood there.
create table commons.destruction (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  reference text not null,            -- of its own series
  kind text not null,
  rule jsonb not null,                -- period, after what, why, verified, as they were said
  destroyed jsonb not null,           -- [{ id, reference, hash, ended_on }]
  by_name text not null,
  at timestamptz not null,
  hash text not null,                 -- SHA-256 of all this
  primary key (tenant_id, id)
);
select kernel.isolate_append_only('commons.destruction');

-- The certificate as PDF/A, once the press has set it.
create table commons.destruction_paper (
  tenant_id uuid not null,
  destruction_id uuid not null,
  hash text not null,
  primary key (tenant_id, destruction_id),
  foreign key (tenant_id, destruction_id) references commons.destruction
);
select kernel.isolate_append_only('commons.destruction_paper');
