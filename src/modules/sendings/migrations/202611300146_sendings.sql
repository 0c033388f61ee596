create schema sendings;
grant usage on schema sendings to beffroi_app;

-- From which organ points go on to which (envoi à un autre organe), when and how.
create table sendings.destination (
  tenant_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  sent_when text not null default 'accepted' check (sent_when in ('frozen', 'accepted', 'manual')),
  up_to text not null default 'validated'
    check (up_to in ('created', 'proposed', 'prevalidated', 'validated', 'presented')),
  privacy text not null default 'same' check (privacy in ('same', 'public', 'secret')),
  categories jsonb not null default '[]',   -- rows of { from, to }: the category there, where it is another
  primary key (tenant_id, id),
  unique (tenant_id, from_id, to_id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, from_id) references commons.organ,
  foreign key (tenant_id, to_id) references commons.organ,
  check (from_id <> to_id)
);
select kernel.isolate('sendings.destination');

-- That a point goes on to another organ, from when it is wished to the point that it became there.
create table sendings.sending (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  item_id uuid not null,
  destination_id uuid not null,
  title text not null default '',           -- what it says there; empty: the same
  motivation text not null default '',
  decision text not null default '',
  privacy text check (privacy in ('public', 'secret')),  -- null: as the destination has it
  urgent boolean not null default false,    -- it may join an agenda that is frozen, as a late point
  urgency text not null default '',         -- why
  wished_by text not null,
  wished_at timestamptz not null default now(),
  copy_id uuid,
  sent_at timestamptz,
  halted text not null default '',          -- why it did not go as far as the destination says: a message
  dropped_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, destination_id) references sendings.destination,
  foreign key (tenant_id, copy_id) references deliberations.item,
  check ((copy_id is null) = (sent_at is null)),
  check (not urgent or urgency <> '')
);
-- To a destination a point goes once (F01).
create unique index sending_once on sendings.sending (tenant_id, item_id, destination_id) where dropped_at is null;
create unique index sending_copy on sendings.sending (tenant_id, copy_id);
select kernel.isolate('sendings.sending');
