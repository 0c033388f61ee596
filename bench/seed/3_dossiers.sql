-- Ten years of meetings and points. k counts meetings backwards: two are being prepared, one is
-- frozen, one is sitting, the others are closed.
create unlogged table bench.meeting as
select a.tenant_id, a.number, k, o.id as organ_id, o.acronym, o.name as organ_name, starts_at,
  uuidv7(least(starts_at, now()) - interval '30 days' - now()) as id,
  case when k <= 1 then 'created' when k = 2 then 'frozen' when k = 3 then 'decided'
    else 'closed' end as state,
  case when a.number = 1 and k = 2 then 250 when a.number = 1 and k = 7 then 100
    else floor((k + 1) * each)::int - floor(k * each)::int end as size
from bench.authority a
cross join lateral (select a.dossiers * 0.98 / a.meetings - 1 as each) as s
cross join generate_series(0, a.meetings - 1) k
join commons.organ o on o.tenant_id = a.tenant_id
  and o.position = case when k % 5 = 2 then 1 else 2 end
cross join lateral (select date_trunc('hour', now())
  + make_interval(hours => ((3 - k) * 87600.0 / a.meetings)::int - 12) as starts_at) as t;
-- Each bears the next number of its organ and year, as the series gives it.
alter table bench.meeting add column year int, add column serial int;
update bench.meeting m set year = n.year, serial = n.serial
from (
  select id, extract(year from starts_at at time zone 'Europe/Brussels')::int as year,
    row_number() over (
      partition by tenant_id, organ_id, extract(year from starts_at at time zone 'Europe/Brussels') order by starts_at, id
    ) as serial
  from bench.meeting where state <> 'created'
) n where n.id = m.id;
create index on bench.meeting (tenant_id, k);
analyze bench.meeting;

create unlogged table bench.item as
with placed as (
  select m.tenant_id, m.number, m.organ_id, m.acronym, m.id as meeting_id, m.starts_at, m.state as at,
    position, m.number * 1000000::bigint + m.k * 1000 + position as seed
  from bench.meeting m, generate_series(1, m.size) position
  union all
  select a.tenant_id, a.number, o.id, o.acronym, null, now(), null, null,
    a.number * 1000000::bigint + 900000 + n
  from bench.authority a
  cross join generate_series(1, ceil(a.dossiers * 0.02)::int) n
  join commons.organ o on o.tenant_id = a.tenant_id and o.position = 2 - n % 4 / 3
), stated as (
  select p.*, a.services,
    case
      when at = 'created' then 'presented'
      when at = 'frozen' or at = 'decided' and bench.chance(seed, 31) < 0.5 then 'frozen'
      when at is null then (array['created', 'created', 'created', 'proposed', 'prevalidated',
        'validated'])[1 + floor(6 * bench.chance(seed, 32))::int]
      when bench.chance(seed, 33) < 0.90 then 'accepted'
      else (array['accepted_modified', 'refused', 'delayed', 'removed'])
        [1 + floor(4 * bench.chance(seed, 34))::int]
    end as state,
    case when bench.chance(seed, 35) < 0.06 then 'secret' else 'public' end as privacy,
    1 + floor(a.services * bench.chance(seed, 36) ^ 1.5)::int as service,
    case when at is null then now() - 60 * bench.chance(seed, 37) ^ 2 * interval '1 day'
      when at in ('created', 'frozen') then now() - 12 * bench.chance(seed, 37) * interval '1 day'
      else least(now(), starts_at + 30 * bench.chance(seed, 37) * interval '1 hour')
    end as changed_at
  from placed p join bench.authority a using (tenant_id)
)
select s.*, at is not null and at <> 'created' as numbered,
  state in ('accepted', 'accepted_modified', 'refused', 'delayed', 'removed') as decided,
  uuidv7(changed_at - 30 * bench.chance(seed, 38) * interval '1 day' - now()) as id,
  v.id as service_id, m.person_id as author_id
from stated s
join bench.service v on v.tenant_id = s.tenant_id and v.n = s.service
join lateral (
  select person_id from bench.member m where m.tenant_id = s.tenant_id and m.service = s.service
    and m.n = 1 + floor(m.of * bench.chance(seed, 39))::bigint) as m on true;
analyze bench.item;

insert into commons.dossier (tenant_id, id, kind, reference, title, state, readers, awaits, version,
  created_at, changed_at)
select tenant_id, id, 'deliberations.meeting',
  case when state = 'created' then '' else acronym || '/' || year || '/' || serial end,
  organ_name || ' du ' || to_char(starts_at, 'DD/MM/YYYY'), state,
  array['organ:' || organ_id, 'role:agent', 'role:director_general', 'role:mayor', 'role:secretariat'],
  case when state = 'closed' then '{}' else array['role:secretariat'] end, 2,
  least(starts_at, now()) - interval '30 days', least(starts_at, now())
from bench.meeting;

-- Who may see a point, and for whom it waits: as the policy of the trade gives it.
insert into commons.dossier (tenant_id, id, kind, reference, title, state, service_id, readers, awaits,
  due_on, version, created_by, created_at, changed_at)
select i.tenant_id, i.id, 'deliberations.item',
  case when numbered then acronym || '/' || to_char(starts_at, 'YYYYMMDD') || '-' || position
    else '' end,
  t.title, case state when 'prevalidated' then 'proposed' else state end, service_id,
  array_remove(array[
    case when decided or state = 'frozen' then 'organ:' || organ_id end,
    case when decided and privacy = 'public' then 'role:agent' end,
    'role:director_general',
    case when decided or state in ('frozen', 'presented') then 'role:mayor' end,
    case when not state in ('created', 'proposed', 'prevalidated') then 'role:secretariat' end,
    'service:' || service_id,
    'user:' || author_id], null),
  case state when 'created' then array['user:' || author_id]
    when 'proposed' then array['service:' || service_id || ':head']
    when 'prevalidated' then array['role:director_general']
    when 'validated' then array['role:secretariat'] else '{}' end,
  case when at is null and bench.chance(seed, 40) < 0.3
    then current_date + (40 * bench.chance(seed, 41))::int - 10 end,
  case when decided then 7 else 2 end, author_id, changed_at - interval '20 days', changed_at
from bench.item i join bench.title t on t.n = floor(50000 * bench.chance(seed, 42));

insert into commons.awaited (tenant_id, principal, dossier_id)
select tenant_id, unnest(awaits), id from commons.dossier on conflict do nothing;

insert into deliberations.meeting (tenant_id, id, organ_id, starts_at, place, number, opened_at, closed_at)
select tenant_id, id, organ_id, starts_at, 'Maison communale', serial,
  case when state in ('decided', 'closed') then starts_at end,
  case when state = 'closed' then starts_at + interval '3 hours' end
from bench.meeting;

insert into commons.series_number (tenant_id, series, scope, year, number, reference, given_at)
select tenant_id, 'deliberations.meeting', organ_id, year, serial, acronym || '/' || year || '/' || serial, least(starts_at, now())
from bench.meeting where serial is not null;
insert into commons.series_counter (tenant_id, series, scope, year, last)
select tenant_id, series, scope, year, max(number) from commons.series_number
where series = 'deliberations.meeting' and tenant_id in (select tenant_id from bench.meeting)
group by tenant_id, series, scope, year
on conflict (tenant_id, series, scope, year) do update set last = excluded.last;

-- Of those that are proposed some wait for the head of their service, the others for the director general.
insert into deliberations.item (tenant_id, id, organ_id, meeting_id, position, number, privacy, category_id,
  motivation, decision, decided_at, level_id, level, level_no, validators, endorsers, finals)
select i.tenant_id, i.id, organ_id, meeting_id, i.position, i.position::text, privacy, c.id,
  s1.html || s2.html || s3.html || s4.html, s5.html || s6.html, case when decided then starts_at end,
  case state when 'proposed' then 'head' when 'prevalidated' then 'director' else '' end,
  case state when 'proposed' then 'Chef de service' when 'prevalidated' then 'Direction générale' else '' end,
  case state when 'created' then 0 when 'proposed' then 1 else 2 end,
  case state when 'proposed' then array['service:head'] when 'prevalidated' then array['role:director_general']
    else '{}' end,
  case state when 'proposed' then array['service:head'] else '{}' end,
  case state when 'prevalidated' then array['role:director_general'] else '{}' end
from bench.item i
join bench.sentence s1 on s1.n = floor(20000 * bench.chance(seed, 51))
join bench.sentence s2 on s2.n = floor(20000 * bench.chance(seed, 52))
join bench.sentence s3 on s3.n = floor(20000 * bench.chance(seed, 53))
join bench.sentence s4 on s4.n = floor(20000 * bench.chance(seed, 54))
join bench.sentence s5 on s5.n = floor(20000 * bench.chance(seed, 55))
join bench.sentence s6 on s6.n = floor(20000 * bench.chance(seed, 56))
join commons.term c on c.tenant_id = i.tenant_id and c.vocabulary = 'deliberations.category'
  and c.position = 1 + floor(9 * bench.chance(seed, 57));
