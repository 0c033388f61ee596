-- What says who somebody is in a text before it is public, once for each state of it (lecture automatique).
create table regulations.reading (
  tenant_id uuid not null,
  posting_id uuid not null,
  fingerprint text not null,               -- of the words, and of what was known of them
  found jsonb not null,                    -- [{ words, kind }] in the order of the text
  too_long boolean not null,               -- nothing was looked for: people read it
  primary key (tenant_id, posting_id),
  foreign key (tenant_id, posting_id) references regulations.posting (tenant_id, id) on delete cascade
);
select kernel.isolate('regulations.reading');

-- That somebody who publishes read these words and says that they may be public; of no others.
create table regulations.looked (
  tenant_id uuid not null,
  posting_id uuid not null,
  edition text not null,                   -- of the words that were found
  looked_by uuid not null,                 -- whoever it was, also where they are of the authority no more
  looked_name text not null,
  looked_at timestamptz not null,
  primary key (tenant_id, posting_id),
  foreign key (tenant_id, posting_id) references regulations.posting (tenant_id, id) on delete cascade
);
select kernel.isolate('regulations.looked');
