-- What the house writes by electronic mail (message): a row in the transaction of what it tells, then a job hands
-- it over. The row is what the authority reads of it.
create table kernel.mail (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  at timestamptz not null default now(),
  to_address text not null,
  to_name text not null default '',
  from_name text not null,
  reply_to text not null default '',  -- where the authority wants answers, if anywhere
  subject text not null,
  body text not null,                 -- plain text
  html text,
  about uuid[] not null default '{}', -- dossiers: who may not see them all reads neither subject nor text
  state text not null default 'waiting'
    check (state in ('waiting', 'sent', 'refused', 'kept')),
  reason jsonb,                       -- why it was refused, as a message: key and params
  done_at timestamptz,                -- when it was handed over, refused or kept
  primary key (tenant_id, id)
);
create index mail_at on kernel.mail (tenant_id, at);
select kernel.isolate('kernel.mail');
