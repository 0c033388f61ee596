-- What a person has typed in a form and not sent yet (brouillon): theirs alone, one for each form.
create table kernel.draft (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null,
  form text not null,                 -- its address, and what tells it from others that are sent there
  edition uuid not null,              -- made anew each time it is kept: a tab that knows another one is behind
  page text not null,                 -- where the form stands
  title text not null,                -- of that page
  said jsonb not null,                -- answers by name
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, form),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index draft_at on kernel.draft (tenant_id, at);
select kernel.isolate('kernel.draft');
