-- What becomes of a file that is to leave with a point (annexe publiée): what was read in it, what somebody said is masked, and the file
-- that was made of it for everybody.
create table publications.file (
  tenant_id uuid not null,
  annex_id uuid not null,
  source_hash text not null,               -- of the bytes in the dossier
  state text not null default 'reading'
    check (state in ('reading', 'asks', 'making', 'ready', 'refused')),
  refusal text,
  pages integer not null default 0,
  unread integer[] not null default '{}',  -- pages of which no text was read
  unseen integer not null default 0,       -- words that stood in it and that nobody sees
  found jsonb not null default '[]',       -- what says who somebody is, by page and place
  masked jsonb not null default '[]',      -- which of these are masked, by their places in that list
  words text[] not null default '{}',      -- masked besides, wherever they stand
  title text not null default '',          -- under which it leaves; empty: its own
  looked boolean not null default false,   -- somebody looked at what could not be read
  judged_by text,
  judged_at timestamptz,
  hash text,                               -- of the file that was made
  preview text,                            -- of the picture of its first page
  type text,
  size bigint,
  primary key (tenant_id, annex_id),
  foreign key (tenant_id, annex_id) references commons.annex on delete cascade,
  foreign key (tenant_id, hash) references kernel.file,
  foreign key (tenant_id, preview) references kernel.file,
  check ((state = 'refused') = (refusal is not null)),
  check (state <> 'ready' or (hash is not null and preview is not null and type is not null and size is not null))
);
create index file_waiting on publications.file (tenant_id, annex_id) where state in ('reading', 'making');
select kernel.isolate('publications.file');

insert into publications.file (tenant_id, annex_id, source_hash)
select a.tenant_id, a.id, a.hash from publications.choice c
join commons.annex a on a.tenant_id = c.tenant_id and a.dossier_id = c.item_id and a.id = any(c.annexes);
select graphile_worker.add_job('publications.file',
  payload := json_build_object('tenant', t.id, 'data', json_build_object('annex', t.annex_id), 'who', json_build_object(
    'id', null, 'name', 'Beffroi', 'principals', array['system'], 'language', t.languages[1])),
  job_key := t.id || ':publications.file', max_attempts := 8)
from (
  select distinct on (k.id) k.id, k.languages, f.annex_id
  from publications.file f join kernel.tenant k on k.id = f.tenant_id order by k.id, f.annex_id) t;
