-- Search tells all that it finds: how much there is, where in a dossier it stands, its annexes too; narrowed
-- by kind and period, page by page.

-- The text in which words are looked for is kept, to show where; entries of before are read again by a job.
alter table kernel.search_entry add column body text not null default '', add column stale boolean not null default false;
update kernel.search_entry set stale = true, words = kernel.found_under(title, reference, '') || ts_filter(words, '{c}');
create index search_entry_stale on kernel.search_entry (tenant_id) where stale;

-- A part of a dossier that has words of its own, as an annex has: who may find it is said by the dossier.
create table kernel.search_part (
  tenant_id uuid not null,
  subject_id uuid not null,
  part_id uuid not null,
  title text not null,
  body text not null,
  words tsvector not null,
  primary key (tenant_id, subject_id, part_id),
  foreign key (tenant_id, subject_id) references kernel.search_entry on delete cascade
);
create index search_part_words on kernel.search_part using gin (kernel.own_words(tenant_id, words));
select kernel.isolate('kernel.search_part');
alter table kernel.search_part no force row level security;
revoke all on kernel.search_part from beffroi_app;

-- Entries are read in the order of their changes, of all kinds or of some; and by the words of their titles
-- alone, where words are frequent in texts.
drop index kernel.search_entry_recent;
create index search_entry_recent on kernel.search_entry (tenant_id, changed_at desc, subject_id desc);
create index search_entry_kind on kernel.search_entry (tenant_id, kind, changed_at desc, subject_id desc);
create index search_entry_title on kernel.search_entry
  using gin (kernel.own_words(tenant_id, ts_filter(words, '{a,b}')));

drop function kernel.index_dossier(uuid, text, text, text, text, text[]);
-- Writes or rewrites the entry of one dossier.
create function kernel.index_dossier(
  subject uuid, kind text, title text, reference text, body text, readers text[])
  returns void language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  insert into kernel.search_entry (subject_id, kind, title, reference, readers, body, words)
  values (subject, kind, title, reference, readers, kernel.bare(left(body, 400000)),
    kernel.found_under(title, reference, body))
  on conflict (tenant_id, subject_id) do update
    set title = excluded.title, reference = excluded.reference, readers = excluded.readers,
        body = excluded.body, words = excluded.words, stale = false, changed_at = now();
end;
revoke execute on function kernel.index_dossier from public;
grant execute on function kernel.index_dossier to beffroi_app;

-- Dossiers of the open authority whose entries were made before they were read as they are now.
create function kernel.stale_dossiers(most integer) returns table (subject_id uuid, kind text)
  language sql stable security definer
  set search_path = pg_catalog, kernel
begin atomic
  select subject_id, kind from kernel.search_entry
  where tenant_id = kernel.tenant_id() and stale order by subject_id limit most;
end;
revoke execute on function kernel.stale_dossiers from public;
grant execute on function kernel.stale_dossiers to beffroi_app;

-- Reads the entry of a dossier again as it is now; when it changed stays.
create function kernel.read_again(subject uuid, body text) returns void
  language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  update kernel.search_entry e
  set body = kernel.bare(left(read_again.body, 400000)), stale = false,
    words = kernel.found_under(e.title, e.reference, read_again.body)
  where tenant_id = kernel.tenant_id() and subject_id = subject;
end;
revoke execute on function kernel.read_again from public;
grant execute on function kernel.read_again to beffroi_app;

-- Writes or rewrites what is found of a part of a dossier, and takes it out again.
create function kernel.index_part(subject uuid, part uuid, title text, body text) returns void
  language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  insert into kernel.search_part (subject_id, part_id, title, body, words)
  values (subject, part, title, kernel.bare(left(body, 400000)),
    kernel.apart(setweight(kernel.words('kernel.french', title) || kernel.words('simple', title), 'B'),
      setweight(kernel.words('kernel.french', body), 'C')))
  on conflict (tenant_id, subject_id, part_id) do update
    set title = excluded.title, body = excluded.body, words = excluded.words;
end;
revoke execute on function kernel.index_part from public;
grant execute on function kernel.index_part to beffroi_app;

create function kernel.forget_part(subject uuid, part uuid) returns void
  language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  delete from kernel.search_part
  where tenant_id = kernel.tenant_id() and subject_id = subject and part_id = part;
end;
revoke execute on function kernel.forget_part from public;
grant execute on function kernel.forget_part to beffroi_app;

-- The latest entries of an authority, of some kinds or of all (null), of a period or of any time.
create function kernel.latest_entries(
  authority uuid, kinds text[], since timestamptz, before timestamptz, most integer)
  returns setof kernel.search_entry
  language plpgsql stable
  set search_path = pg_catalog, kernel
  set plan_cache_mode = force_custom_plan
as $$
begin
  if kinds is null then
    return query select * from kernel.search_entry e
      where e.tenant_id = authority and e.changed_at >= since and e.changed_at < before
      order by e.changed_at desc, e.subject_id desc limit most;
  else
    return query select e.* from unnest(kinds) as one, lateral (
        select * from kernel.search_entry k
        where k.tenant_id = authority and k.kind = one and k.changed_at >= since and k.changed_at < before
        order by k.changed_at desc, k.subject_id desc limit most) as e
      order by e.changed_at desc, e.subject_id desc limit most;
  end if;
end $$;
revoke execute on function kernel.latest_entries from public;

-- What of a text is shown: where the first of these words begins, or its beginning. Letters are compared one
-- by one, so that places stay what they are.
create function kernel.passage(body text, stems text[]) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog
begin atomic
  select substring(body from greatest(1, place - 80) for 260)
    from regexp_instr(
      translate(lower(body), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'),
      '\m(?:' || array_to_string(stems, '|') || ')') as place;
end;

drop function kernel.search(text, text[], text[], integer);
-- Finds among the dossiers of the open authority those that one of `principals` may read, but for those of
-- trades that are `unseen`; of some kinds only, and of what changed `since` and `before`. It runs as the
-- owner, so it tests authority and readers itself; all tests stand before any ranking.
-- `total` is how many there are, or `exact` is false and there are more. Where words are frequent (as the
-- 100 latest tell), the 3 000 latest entries are looked through and all titles; ranking all that match took
-- 200 ms in a large authority. Else all that match are counted, and the 1 000 latest ranked. By date, all are
-- reached. Pages go by key.
create function kernel.search(
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
  looked integer := 3000;
  asking record;
  own tsquery;
  marks text[];
  texts integer;
  titles integer;
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
    count(*) filter (where ts_filter(e.words, '{a,b}') @@ asking.wanted)
    into texts, titles from kernel.latest_entries(authority, kinds, since, before, 100) as e;
  return query
  with latest as materialized (
    select e.* from kernel.latest_entries(authority, kinds, since, before, looked) as e where texts >= 5
  ), entry as materialized (
    select e.subject_id, e.changed_at, e.words from latest e
    where e.words @@ asking.wanted and (everything or e.readers && principals)
      and split_part(e.kind, '.', 1) <> all (unseen)
    union all
    -- `is true` keeps the planner from reading the index of time too, for all of the authority.
    (select e.subject_id, e.changed_at, e.words from kernel.search_entry e
    where texts >= 5 and titles < 5
      and kernel.own_words(e.tenant_id, ts_filter(e.words, '{a,b}')) @@ own
      and (e.tenant_id = authority) is true and ts_filter(e.words, '{a,b}') @@ asking.wanted
      and (everything or e.readers && principals) and split_part(e.kind, '.', 1) <> all (unseen)
      and (kinds is null or e.kind = any (kinds)) and e.changed_at >= since and e.changed_at < before
    limit 1000)
    union all
    select e.subject_id, e.changed_at, e.words from kernel.search_entry e
    where texts < 5
      and kernel.own_words(e.tenant_id, e.words) @@ own
      and (e.tenant_id = authority) is true and e.words @@ asking.wanted
      and (everything or e.readers && principals) and split_part(e.kind, '.', 1) <> all (unseen)
      and (kinds is null or e.kind = any (kinds)) and e.changed_at >= since and e.changed_at < before
  ), dated as (
    select e.subject_id, e.changed_at, e.words from kernel.search_entry e
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
    select e.subject_id, e.changed_at, null, ts_rank(e.words, asking.wanted) from (
      select * from entry where not by_date order by entry.changed_at desc
      limit case when texts >= 5 then 5000 else 1000 end) as e
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
      (texts < 5 or (select count(*) from latest) < looked) and (select count(*) from part) < 1000 as exact
  )
  select g.subject_id, e.kind, e.title, e.reference, e.changed_at,
    g.part_id, p.title, g.parts::integer, kernel.passage(coalesce(p.body, e.body), marks), marks,
    array[g.worth::text, (g.changed_at at time zone 'UTC')::text || '+00', g.subject_id::text], counted.total, counted.exact
  from page g
  join kernel.search_entry e on e.tenant_id = authority and e.subject_id = g.subject_id
  left join kernel.search_part p on p.tenant_id = authority and p.subject_id = g.subject_id
    and p.part_id = g.part_id
  cross join counted
  order by g.worth desc, g.changed_at desc, g.subject_id desc;
end $$;
revoke execute on function kernel.search from public;
grant execute on function kernel.search to beffroi_app;

drop function kernel.whole_words(text);

select graphile_worker.add_job('dossiers.read_again',
  payload := json_build_object('tenant', t.id, 'data', '{}'::json, 'who', json_build_object(
    'id', null, 'name', 'Beffroi', 'principals', array['system'], 'language', t.languages[1])),
  job_key := t.id || ':dossiers.read_again', max_attempts := 8)
from kernel.tenant t
where exists (select from kernel.search_entry e where e.tenant_id = t.id);
