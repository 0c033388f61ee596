-- Whether the words of an annex were read for the search: `waiting` for the job, `no_text` where there are
-- none (a picture, a scan), `unreadable` where the file is damaged or took too much.
alter table commons.annex
  add column words text not null default 'waiting' check (words in ('waiting', 'read', 'no_text', 'unreadable'));
create index annex_waiting on commons.annex (tenant_id, id) where words = 'waiting' and removed_at is null;

select graphile_worker.add_job('annexes.read',
  payload := json_build_object('tenant', t.id, 'data', '{}'::json, 'who', json_build_object(
    'id', null, 'name', 'Beffroi', 'principals', array['system'], 'language', t.languages[1])),
  job_key := t.id || ':annexes.read', max_attempts := 8)
from kernel.tenant t;
