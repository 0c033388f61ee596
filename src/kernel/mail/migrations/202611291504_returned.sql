-- A message that was handed over may come back: to an address of its own, whose secret nobody else was told.
alter table kernel.mail
  add column token text not null default replace(gen_random_uuid()::text, '-', ''),
  add column author_id uuid;          -- who did what it tells; null: the house itself
alter table kernel.mail drop constraint mail_state_check;
alter table kernel.mail add constraint mail_state_check
  check (state in ('waiting', 'sent', 'refused', 'kept', 'returned'));
create unique index mail_token on kernel.mail (tenant_id, token);
create index mail_returned on kernel.mail (tenant_id, to_address) where state = 'returned';
