-- On which public agendas a point stands or stood: of some it is told there alone (retained, put off), without a copy of their own.
create table publications.line (
  tenant_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  stands boolean not null,                 -- on the one that everybody reads now
  primary key (tenant_id, meeting_id, item_id),
  foreign key (tenant_id, meeting_id) references commons.dossier on delete cascade,
  foreign key (tenant_id, item_id) references commons.dossier on delete cascade
);
select kernel.isolate('publications.line');
create index line_item on publications.line (tenant_id, item_id);

-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table publications.line no force row level security;
alter table commons.publication no force row level security;
alter table deliberations.item no force row level security;
insert into publications.line (tenant_id, meeting_id, item_id, stands)
select p.tenant_id, i.meeting_id, i.id, bool_or(p.withdrawn_at is null)
from deliberations.item i
join commons.publication p on p.tenant_id = i.tenant_id and p.subject_id = i.meeting_id and p.publisher = 'publications.meeting'
where exists (select from jsonb_array_elements(p.content -> 'points') as told where told ->> 'number' = i.number)
group by 1, 2, 3;
-- Those that stand on another agenda since.
insert into publications.line (tenant_id, meeting_id, item_id, stands)
select distinct p.tenant_id, m.subject_id, p.subject_id, false
from commons.publication p
join commons.publication m on m.tenant_id = p.tenant_id and m.publisher = 'publications.meeting' and m.slug = p.content ->> 'meeting'
where p.publisher = 'publications.point'
on conflict do nothing;
alter table publications.line force row level security;
alter table commons.publication force row level security;
alter table deliberations.item force row level security;
