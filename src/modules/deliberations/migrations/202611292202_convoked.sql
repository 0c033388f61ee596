-- What a convocation makes of a meeting and of its points (CDLD L1122-13, L1122-17).
alter table deliberations.meeting
  add column convoked_at timestamptz,                  -- when its organ was first convoked
  add column noted_after boolean not null default false, -- it was held before anybody wrote it here
  add column rank integer not null default 1 check (rank between 1 and 3), -- first, second or third convocation
  add column repeats_id uuid,                          -- the meeting without quorum that it repeats
  add column cancelled_at timestamptz,
  add column lifted boolean not null default false,    -- it ended for want of quorum
  add column agenda_version integer not null default 0,
  add foreign key (tenant_id, repeats_id) references deliberations.meeting,
  add check ((rank = 1) = (repeats_id is null));
-- A meeting that was called off leaves its hour to another one.
alter table deliberations.meeting drop constraint meeting_tenant_id_organ_id_starts_at_key;
create unique index meeting_starts_once on deliberations.meeting (tenant_id, organ_id, starts_at)
  where cancelled_at is null;
create unique index meeting_repeats on deliberations.meeting (tenant_id, repeats_id)
  where cancelled_at is null;
-- The owner writes the rows of all authorities here, which forced row-level security forbids.
alter table deliberations.meeting no force row level security;
-- What is over was convoked elsewhere: nothing here tells how.
update deliberations.meeting set noted_after = true where starts_at < now();
alter table deliberations.meeting force row level security;

-- A point that comes back is another one, which says what it follows.
alter table deliberations.item
  add column predecessor_id uuid,
  add column calling integer not null default 1 check (calling between 1 and 3), -- how many times it was called for want of quorum
  add foreign key (tenant_id, predecessor_id) references deliberations.item;
create index item_predecessor on deliberations.item (tenant_id, predecessor_id);

-- The agenda as it stood when it was frozen or completed (version de l’ordre du jour): rows are never changed.
create table deliberations.agenda (
  tenant_id uuid not null,
  meeting_id uuid not null,
  version integer not null check (version > 0),
  made_at timestamptz not null default now(),
  lines jsonb not null,               -- AgendaVersionLine[] of agenda-version.ts
  primary key (tenant_id, meeting_id, version),
  foreign key (tenant_id, meeting_id) references deliberations.meeting
);
select kernel.isolate('deliberations.agenda');
