-- On which public agendas points of other software stand. The owner reads and writes the rows of all authorities here, which forced
-- row-level security forbids.
alter table publications.line no force row level security;
alter table commons.publication no force row level security;
alter table incoming.point no force row level security;
insert into publications.line (tenant_id, meeting_id, item_id, stands)
select p.tenant_id, i.meeting_id, i.id, bool_or(p.withdrawn_at is null)
from incoming.point i
join commons.publication p on p.tenant_id = i.tenant_id and p.subject_id = i.meeting_id and p.publisher = 'publications.meeting'
where exists (select from jsonb_array_elements(p.content -> 'points') as told where told ->> 'number' = i.number)
group by 1, 2, 3
on conflict (tenant_id, meeting_id, item_id) do update set stands = excluded.stands;
alter table publications.line force row level security;
alter table commons.publication force row level security;
alter table incoming.point force row level security;
