-- Days on which an authority is closed (jours de fermeture). One that was taken away stays, with who did it.
create table commons.closing_day (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  first_day date not null,
  last_day date not null,
  label text not null,                -- « pont de l’Ascension »
  added_by text not null,
  added_at timestamptz not null default now(),
  removed_by text,
  removed_at timestamptz,
  primary key (tenant_id, id),
  check (last_day >= first_day),
  check ((removed_by is null) = (removed_at is null))
);
-- The same period stands once.
create unique index on commons.closing_day (tenant_id, first_day, last_day) where removed_at is null;
create index on commons.closing_day (tenant_id, last_day);
select kernel.isolate('commons.closing_day');
