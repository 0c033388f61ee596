-- An authority that somebody who runs the house is about to open (ouverture): what was said of it, before its profile is
-- adapted and all is written. Once it is open, what was said of people is forgotten here.
create table commons.opening (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null,
  identity jsonb not null,
  arms text not null default '',
  begun_by text not null,
  begun_at timestamptz not null default now(),
  opened_as text,                     -- the slug of the authority, once it is open
  primary key (tenant_id, id)
);
select kernel.isolate('commons.opening');
