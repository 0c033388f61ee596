-- A meeting whose projects are awaited may be prepared elsewhere than here.
alter table publicity.told drop constraint told_tenant_id_meeting_id_fkey,
  add foreign key (tenant_id, meeting_id) references commons.dossier on delete cascade;

-- When points of those meetings became public, which was not kept. The owner reads and writes the rows of all authorities here, which
-- forced row-level security forbids.
alter table publicity.point no force row level security;
alter table commons.publication no force row level security;
insert into publicity.point (tenant_id, meeting, slug, due_on, article, project_at, decision_at)
select tenant_id, content ->> 'meeting', slug, max((content -> 'due' ->> 'day')::date), max(content -> 'due' ->> 'article'),
  min(published_at) filter (where content ->> 'stage' = 'project'),
  min(published_at) filter (where content ->> 'stage' = 'decision')
from commons.publication where publisher = 'publications.point' group by 1, 2, 3
on conflict do nothing;
alter table publicity.point force row level security;
alter table commons.publication force row level security;
