-- What everybody knows of an authority that has made something public: what it is called, where it answers, how much of it there is.
create table publications.authority (
  tenant_id uuid primary key,
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  host text not null,                      -- where it is read
  decisions integer not null,
  projects integer not null,
  since smallint not null                  -- the year of the first
);
select kernel.isolate('publications.authority');
grant select (slug, name, short_name, kind, host, decisions, projects, since) on publications.authority to beffroi_public;
create policy everybody on publications.authority for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null);

-- The meetings of which something is public: of the latest public copy of each agenda.
create table publications.agenda (
  tenant_id uuid not null,
  slug text not null,
  authority text not null,                 -- its slug
  hash text not null,                      -- of the copy
  title text not null,
  organ text not null,
  organ_kind text not null,
  starts_at timestamptz not null,
  place text not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  points integer not null,                 -- how many are public
  primary key (tenant_id, slug),
  foreign key (tenant_id, hash) references commons.publication (tenant_id, hash)
);
select kernel.isolate('publications.agenda');
create index agenda_latest on publications.agenda (starts_at desc, authority, slug);
grant select (slug, authority, hash, title, organ, organ_kind, starts_at, place, state, points) on publications.agenda to beffroi_public;
create policy everybody on publications.agenda for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null);

-- Of which meeting a point is, and how it ended; null where its copy says neither.
alter table publications.entry add column meeting text, add column outcome text, add column yes integer, add column no integer;
grant select (meeting, outcome, yes, no) on publications.entry to beffroi_public;
create index entry_people on publications.entry using gin (people);
create index entry_places on publications.entry using gin (places);
create index entry_meeting on publications.entry (tenant_id, meeting);
