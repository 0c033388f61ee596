-- What an operator restricts: of one authority, or of the whole house. The gate reads both with the authority, so that
-- a request costs no question more. { kind, words, contact, since, until, eraseAfter }; see restriction.ts.
alter table kernel.tenant add column restriction jsonb;

-- What holds for the whole house; one row.
create table kernel.house (
  one boolean primary key default true check (one),
  restriction jsonb
);
insert into kernel.house default values;
grant select on kernel.house to beffroi_app;

-- What went wrong for people, as an operator tells it on /status: { fr: …, en: … }.
create table kernel.incident (
  id uuid primary key default uuidv7(),
  began_at timestamptz not null default now(),
  ended_at timestamptz,
  words jsonb not null,
  check (ended_at >= began_at)
);
grant select on kernel.incident to beffroi_app;

-- What is left of an authority that was erased: that it was, when, how much, and the hash of the export that was made before.
create table kernel.erasure (
  id uuid primary key default uuidv7(),
  erased_id uuid not null,
  slug text not null,
  name text not null,
  asked_at timestamptz,
  erased_at timestamptz not null default now(),
  rows jsonb not null,
  export_hash text
);
