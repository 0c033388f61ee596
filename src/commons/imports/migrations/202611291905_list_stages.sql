-- A list that is read in is read, weighed and written in the background: how far it has come, what was found, what failed.
alter table commons.import_draft
  add column stage text not null default 'kept'
    check (stage in ('kept', 'reading', 'read', 'writing', 'written')),
  add column done int not null default 0,     -- rows that the open stage is through with
  add column total int not null default 0,    -- of so many; 0: not known yet
  add column found jsonb,                     -- what the page shows of what was found
  add column rows jsonb,                      -- what each row says, for the API
  add column changed boolean not null default false, -- weighed again, it was no longer what was confirmed
  add column written int,
  add column reason jsonb;                    -- why it failed for good
create index import_draft_under_way on commons.import_draft (tenant_id, stage) where stage in ('reading', 'writing');
