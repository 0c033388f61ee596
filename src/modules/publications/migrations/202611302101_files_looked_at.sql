-- What the bytes of a public file say that its title is: it is made anew where words of it are masked since.
alter table publications.file add column made_title text;
-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table publications.file no force row level security;
alter table commons.annex no force row level security;
update publications.file f set made_title = coalesce(nullif(f.title, ''), a.title)
from commons.annex a
where a.tenant_id = f.tenant_id and a.id = f.annex_id and f.type = 'application/pdf' and f.hash is not null;

-- Words to mask that stand nowhere in it: it is not made until they are said otherwise.
alter table publications.file add column nowhere text[] not null default '{}';

-- What nobody looked at is read once more: somebody is asked where a page says something else than what is drawn on it.
update publications.file set state = 'reading' where state = 'ready' and judged_at is null;
select graphile_worker.add_job('publications.file',
  payload := json_build_object('tenant', t.id, 'data', json_build_object('annex', t.annex_id), 'who', json_build_object(
    'id', null, 'name', 'Beffroi', 'principals', array['system'], 'language', t.languages[1])),
  job_key := t.id || ':publications.file', max_attempts := 8)
from (
  select distinct on (k.id) k.id, k.languages, f.annex_id
  from publications.file f join kernel.tenant k on k.id = f.tenant_id
  where f.state = 'reading' order by k.id, f.annex_id) t;
alter table publications.file force row level security;
alter table commons.annex force row level security;
