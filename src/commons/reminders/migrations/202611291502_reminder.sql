-- On which day somebody, or all who bear something, is reminded of a dossier (rappel).
create table commons.reminder (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  principal text not null,            -- for whom: user:…, service:…, role:…
  words text not null,
  day date not null,                  -- on which it is told next
  first_day date not null,            -- from which its rhythm is counted
  before integer check (before > 0),  -- so many working days before the dossier is due; null: the day was chosen
  due_on date,                        -- on which that was due when the day was reckoned
  why text not null default '',       -- how it was reckoned
  repeats text check (repeats in ('week', 'month', 'year')),
  told_at timestamptz,
  created_by uuid,
  created_by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade,
  check ((before is null) = (due_on is null)),
  check (before is null or repeats is null)
);
create index reminder_dossier on commons.reminder (tenant_id, dossier_id);
create index reminder_waits on commons.reminder (tenant_id, day) where told_at is null;
select kernel.isolate('commons.reminder');
