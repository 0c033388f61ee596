-- Everything that happened, in order: the history of each dossier is a reading of this table.
create table kernel.event (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  type text not null,                 -- deliberations.meeting.freeze
  subject_id uuid,                    -- the dossier it happened to
  actor_id uuid,                      -- null: the house itself
  actor_name text not null,
  at timestamptz not null default now(),
  data jsonb not null default '{}',
  primary key (tenant_id, id)
);
create index event_subject on kernel.event (tenant_id, subject_id, id);
select kernel.isolate_append_only('kernel.event');
