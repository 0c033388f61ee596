create schema register;
grant usage on schema register to beffroi_app;

-- The register of deliberations (registre des délibérations): a chain an organ. Nobody rewrites it; what was wrong is said by
-- a new entry.
create table register.entry (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  seq integer not null check (seq > 0),   -- its place in the chain of its organ
  kind text not null check (kind in ('act', 'correction')),
  number integer not null,
  reference text not null,
  about_id uuid not null,                 -- the point; of what corrects all of the minutes, these: who sees it sees the entry
  meeting_id uuid not null,
  corrects integer,                       -- the place of the entry that it corrects, where it is of one
  day date not null,                      -- of the sitting
  title text not null,
  content text not null,                  -- word for word, as the approved minutes say it
  minutes_hash text not null,             -- SHA-256 of these minutes
  written_at timestamptz not null,
  written_by text not null,
  hash text not null,                     -- SHA-256 of the hash before and of all of this
  master text not null,                   -- the master key of the house by which it signed
  signature bytea not null,
  primary key (tenant_id, organ_id, seq),
  unique (tenant_id, id),
  unique (tenant_id, reference),
  foreign key (tenant_id, organ_id) references commons.organ,
  foreign key (tenant_id, about_id) references commons.dossier,
  foreign key (tenant_id, meeting_id) references deliberations.meeting
);
create unique index entry_act on register.entry (tenant_id, about_id) where kind = 'act';
create index entry_meeting on register.entry (tenant_id, meeting_id);
select kernel.isolate_append_only('register.entry');
