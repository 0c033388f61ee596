create schema extracts;
grant usage on schema extracts to beffroi_app;

-- A certified extract (extrait conforme), as it was issued: by whom, when, for whom, word for word.
create table extracts.extract (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  organ_id uuid not null,
  item_ids uuid[] not null check (cardinality(item_ids) > 0),
  recipient text not null default '',
  issued_on date not null,
  issued_by text not null,
  content text not null,
  hash text not null,                     -- SHA-256 of the content
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, meeting_id) references deliberations.meeting,
  foreign key (tenant_id, organ_id) references commons.organ
);
create index extract_meeting on extracts.extract (tenant_id, meeting_id);
select kernel.isolate('extracts.extract');

-- Who signs extracts in the place of who presides over an organ or keeps its minutes, for an organ or a service, on which days.
create table extracts.signatory (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  service_id uuid,                        -- for what this service proposed; null: for all
  office text not null check (office in ('keeps', 'presides')),
  person_id uuid not null,
  title text not null,
  mention text not null default '',       -- the delegation, which precedes the signature (CDLD L1132-4, L1132-5)
  valid_from date,
  valid_to date,                          -- the first day on which it no longer holds
  ended_at timestamptz,                   -- taken away: what was issued under it stays
  primary key (tenant_id, id),
  foreign key (tenant_id, organ_id) references commons.organ,
  foreign key (tenant_id, service_id) references commons.service,
  foreign key (tenant_id, person_id) references commons.person,
  check ((valid_from is null) = (valid_to is null)),
  check (valid_from < valid_to)
);
create index signatory_organ on extracts.signatory (tenant_id, organ_id) where ended_at is null;
select kernel.isolate('extracts.signatory');
