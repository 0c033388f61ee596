create schema publications;
grant usage on schema publications to beffroi_app, beffroi_public;

-- What an organ makes public of its meetings, and when (règle de publication).
create table publications.rule (
  tenant_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  projects text not null check (projects in ('no', 'titles', 'whole')),
  decisions text not null check (decisions in ('no', 'titles', 'whole')),
  since text not null check (since in ('closed', 'approved')),
  names boolean not null default false,    -- who voted what, where the vote was public
  primary key (tenant_id, id),
  unique (tenant_id, organ_id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, organ_id) references commons.organ
);
select kernel.isolate('publications.rule');

-- What who publishes decided of one point: that it stays, and why; under which title it leaves; which of its files do.
create table publications.choice (
  tenant_id uuid not null,
  item_id uuid not null,
  withheld text not null default '',       -- why, as everybody reads it; empty: it is not withheld
  title text not null default '',          -- in the place of its own; empty: its own
  annexes uuid[] not null default '{}',    -- those that leave
  chosen_by text not null,
  chosen_at timestamptz not null default now(),
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('publications.choice');
