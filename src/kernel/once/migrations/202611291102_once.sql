-- What a person has sent with a key, and what they were answered: sent again, it is answered so and not done again.
-- The key is taken in the transaction that does the work, so that of many at once one does it.
create table kernel.once (
  tenant_id uuid not null,
  account_id uuid not null,
  key text not null,
  sent bytea not null,                -- SHA-256 of what was sent, and where
  status integer,
  headers jsonb not null default '{}',
  body text not null default '',
  at timestamptz not null default now(),
  primary key (tenant_id, account_id, key),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index once_at on kernel.once (tenant_id, at);
select kernel.isolate('kernel.once');
