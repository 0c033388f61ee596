-- Whether what says who somebody is must be judged before a point leaves, and whether a second person looks at that.
alter table publications.rule
  add column judged boolean not null default true,
  add column second_look boolean not null default false;

-- What was found in the words of a point that leave, once for each state of them (lecture automatique).
create table publications.reading (
  tenant_id uuid not null,
  item_id uuid not null,
  fingerprint text not null,               -- of the words, and of what was known of them
  found jsonb not null,                    -- [{ words, kind }] in the order of the text
  too_long boolean not null,               -- nothing was looked for: people read it
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('publications.reading');

-- What is done with words of a point wherever they stand in it: masked, or kept (occultation).
create table publications.judgement (
  tenant_id uuid not null,
  item_id uuid not null,
  words text not null check (char_length(words) between 1 and 500),
  kind text not null,                      -- as they were found; hand: somebody saw them
  verdict text not null check (verdict in ('masked', 'kept')),
  judged_by uuid not null,                 -- whoever it was, also where they are of the authority no more
  judged_name text not null,
  judged_at timestamptz not null,
  primary key (tenant_id, item_id, words),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('publications.judgement');

-- That somebody looked at the words of a point and at what was judged of them (second regard); of no other state of these.
create table publications.confirmation (
  tenant_id uuid not null,
  item_id uuid not null,
  edition text not null,                   -- of the words and judgements that were looked at
  confirmed_by uuid not null,
  confirmed_name text not null,
  confirmed_at timestamptz not null,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('publications.confirmation');
