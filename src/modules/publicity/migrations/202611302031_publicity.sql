create schema publicity;
grant usage on schema publicity to beffroi_app, beffroi_public;

-- What those who publish were told of a meeting whose projects are not public (rappel du délai): once for each day that it is due on.
create table publicity.told (
  tenant_id uuid not null,
  meeting_id uuid not null,
  due_on date not null,
  stage text not null check (stage in ('ahead', 'day', 'missed')),
  told_at timestamptz not null default now(),
  primary key (tenant_id, meeting_id, due_on, stage),
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade
);
select kernel.isolate('publicity.told');

-- When a point of a meeting was public first, as a project and as a decision: of its copies, those that were withdrawn since too.
create table publicity.point (
  tenant_id uuid not null,
  meeting text not null,                   -- the slug of its public agenda
  slug text not null,
  due_on date,                             -- by when its project was to be public; null: no rule asks for it
  article text,                            -- of that rule, where somebody has read it
  project_at timestamptz,
  decision_at timestamptz,
  primary key (tenant_id, meeting, slug)
);
select kernel.isolate('publicity.point');
grant select (meeting, slug, due_on, article, project_at, decision_at) on publicity.point to beffroi_public;

-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table publicity.point no force row level security;
alter table commons.publication no force row level security;
insert into publicity.point (tenant_id, meeting, slug, due_on, article, project_at, decision_at)
select tenant_id, content ->> 'meeting', slug, max((content -> 'due' ->> 'day')::date), max(content -> 'due' ->> 'article'),
  min(published_at) filter (where content ->> 'stage' = 'project'),
  min(published_at) filter (where content ->> 'stage' = 'decision')
from commons.publication where publisher = 'publications.point' group by 1, 2, 3;
alter table publicity.point force row level security;
alter table commons.publication force row level security;
