-- Looking through the latest entries reads them in the order of their index: the planner took all of an
-- authority and sorted them (77 ms in one of 8 600 dossiers, now 5 ms). Texts are kept beside the row, which
-- every look at its words had to step over.
alter table kernel.search_entry
  alter column body set storage external, alter column words set storage main,
  alter column readers set storage main, alter column title set storage main;

drop function kernel.latest_entries(uuid, text[], timestamptz, timestamptz, integer);
-- The words of the latest entries of an authority, of some kinds or of all (null), of a period or of any time.
create function kernel.latest_words(
  authority uuid, kinds text[], since timestamptz, before timestamptz, most integer)
  returns table (subject_id uuid, kind text, changed_at timestamptz, readers text[], words tsvector)
  language plpgsql stable
  set search_path = pg_catalog, kernel
  set plan_cache_mode = force_custom_plan
  set enable_bitmapscan = off
  set enable_seqscan = off
as $$
begin
  return query
  (select e.subject_id, e.kind, e.changed_at, e.readers, e.words from kernel.search_entry e
  where kinds is null and e.tenant_id = authority and e.changed_at >= since and e.changed_at < before
  order by e.changed_at desc, e.subject_id desc limit most)
  union all
  (select e.subject_id, e.kind, e.changed_at, e.readers, e.words from unnest(kinds) as one, lateral (
    select * from kernel.search_entry k
    where k.tenant_id = authority and k.kind = one and k.changed_at >= since and k.changed_at < before
    order by k.changed_at desc, k.subject_id desc limit most) as e
  where kinds is not null
  order by e.changed_at desc, e.subject_id desc limit most);
end $$;
revoke execute on function kernel.latest_words from public;

-- What of the latest entries is found, and how many there are to look through.
create function kernel.found_in_latest(
  authority uuid, wanted tsquery, principals text[], unseen text[], kinds text[], since timestamptz,
  before timestamptz, most integer)
  returns table (subject_id uuid, changed_at timestamptz, worth real)
  language sql stable
  set search_path = pg_catalog, kernel
begin atomic
  select e.subject_id, e.changed_at, ts_rank(e.words, wanted)
  from kernel.latest_words(authority, kinds, since, before, most) as e
  where e.words @@ wanted
    and (e.readers && principals or 'system' = any (principals))
    and split_part(e.kind, '.', 1) <> all (unseen);
end;
revoke execute on function kernel.found_in_latest from public;

-- As before, but that the 2 000 latest are looked through, and how many there are is counted in the index.
create or replace function kernel.search(
  query text, principals text[], unseen text[], kinds text[], since timestamptz, before timestamptz,
  by_date boolean, after text[], most integer)
  returns table (subject_id uuid, kind text, title text, reference text, changed_at timestamptz,
    part_id uuid, part_title text, parts integer, passage text, stems text[], key text[],
    total integer, exact boolean)
  language plpgsql stable security definer
  set search_path = pg_catalog, kernel
  set plan_cache_mode = force_custom_plan
as $$
declare
  authority uuid := kernel.tenant_id();
  everything boolean := 'system' = any (principals);
  looked integer := 2000;
  asking record;
  own tsquery;
  marks text[];
  texts integer;
  titles integer;
  small boolean;
  from_rank real := after[1];
  from_time timestamptz := after[2];
  from_id uuid := after[3];
begin
  if authority is null then return; end if;
  since := coalesce(since, '-infinity');
  before := coalesce(before, 'infinity');
  select a.wanted, a.lookup into asking from kernel.asked(query) as a;
  if numnode(asking.wanted) = 0 then return; end if;
  own := kernel.own_query(authority, asking.lookup);
  marks := array(select distinct m[1] from regexp_matches(asking.lookup::text, '''([[:alnum:]]+)''', 'g') as m);
  select count(*) filter (where e.words @@ asking.wanted),
    count(*) filter (where ts_filter(e.words, '{a,b}') @@ asking.wanted), count(*) < 100
    into texts, titles, small from kernel.latest_words(authority, kinds, since, before, 100) as e;
  return query
  with entry as materialized (
    select e.subject_id, e.changed_at, null::tsvector as words, e.worth
    from kernel.found_in_latest(authority, asking.wanted, principals, unseen, kinds, since, before, looked) as e
    where texts >= 5
    union all
    -- `is true` keeps the planner from reading the index of time too, for all of the authority.
    (select e.subject_id, e.changed_at, null, ts_rank(e.words, asking.wanted) from kernel.search_entry e
    where texts >= 5 and titles < 5
      and kernel.own_words(e.tenant_id, ts_filter(e.words, '{a,b}')) @@ own
      and (e.tenant_id = authority) is true and ts_filter(e.words, '{a,b}') @@ asking.wanted
      and (everything or e.readers && principals) and split_part(e.kind, '.', 1) <> all (unseen)
      and (kinds is null or e.kind = any (kinds)) and e.changed_at >= since and e.changed_at < before
    limit 1000)
    union all
    select e.subject_id, e.changed_at, e.words, null from kernel.search_entry e
    where texts < 5
      and kernel.own_words(e.tenant_id, e.words) @@ own
      and (e.tenant_id = authority) is true and e.words @@ asking.wanted
      and (everything or e.readers && principals) and split_part(e.kind, '.', 1) <> all (unseen)
      and (kinds is null or e.kind = any (kinds)) and e.changed_at >= since and e.changed_at < before
  ), dated as (
    select e.subject_id, e.changed_at from kernel.search_entry e
    where by_date and texts >= 5 and e.tenant_id = authority and e.words @@ asking.wanted
      and (everything or e.readers && principals) and split_part(e.kind, '.', 1) <> all (unseen)
      and (kinds is null or e.kind = any (kinds)) and e.changed_at >= since and e.changed_at < before
      and (from_time is null or (e.changed_at, e.subject_id) < (from_time, from_id))
    order by e.changed_at desc, e.subject_id desc limit most
  ), part as materialized (
    select e.subject_id, e.changed_at, p.part_id, p.words, e.words @@ asking.wanted as besides
    from kernel.search_part p join kernel.search_entry e using (tenant_id, subject_id)
    where kernel.own_words(p.tenant_id, p.words) @@ own
      and (p.tenant_id = authority) is true and p.words @@ asking.wanted
      and (everything or e.readers && principals) and split_part(e.kind, '.', 1) <> all (unseen)
      and (kinds is null or e.kind = any (kinds)) and e.changed_at >= since and e.changed_at < before
    limit 1000
  ), hit as (
    select e.subject_id, e.changed_at, null::uuid as part_id, 0::real as worth from dated e
    union all
    select e.subject_id, e.changed_at, null, 0 from entry e where by_date and texts < 5
    union all
    select e.subject_id, e.changed_at, null, e.worth from entry e where not by_date and texts >= 5
    union all
    select e.subject_id, e.changed_at, null, ts_rank(e.words, asking.wanted) from (
      select * from entry where not by_date and texts < 5 order by entry.changed_at desc limit 1000) as e
    union all
    select p.subject_id, p.changed_at, p.part_id,
      case when by_date then 0 else ts_rank(p.words, asking.wanted) end from part p
  ), best as (
    select distinct on (h.subject_id) h.subject_id, h.changed_at, h.part_id, h.worth,
      count(h.part_id) over (partition by h.subject_id) as parts
    from hit h order by h.subject_id, h.worth desc, h.part_id nulls first
  ), page as (
    select * from best b
    where from_id is null or (b.worth, b.changed_at, b.subject_id) < (from_rank, from_time, from_id)
    order by b.worth desc, b.changed_at desc, b.subject_id desc
    limit least(most, 201)
  ), counted as (
    select ((select count(distinct e.subject_id) from entry e)
        + (select count(distinct p.subject_id) from part p where not p.besides))::integer as total,
      (texts < 5 or small or looked > (select count(*) from (
        select from kernel.search_entry e
        where e.tenant_id = authority and e.changed_at >= since and e.changed_at < before
          and (kinds is null or e.kind = any (kinds)) limit looked) as there))
        and (select count(*) from part) < 1000 as exact
  )
  select g.subject_id, e.kind, e.title, e.reference, e.changed_at,
    g.part_id, p.title, g.parts::integer, kernel.passage(coalesce(p.body, e.body), marks), marks,
    array[g.worth::text, (g.changed_at at time zone 'UTC')::text || '+00', g.subject_id::text],
    counted.total, counted.exact
  from page g
  join kernel.search_entry e on e.tenant_id = authority and e.subject_id = g.subject_id
  left join kernel.search_part p on p.tenant_id = authority and p.subject_id = g.subject_id
    and p.part_id = g.part_id
  cross join counted
  order by g.worth desc, g.changed_at desc, g.subject_id desc;
end $$;
