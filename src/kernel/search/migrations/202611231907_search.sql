-- What can be found: one row a dossier, whatever its trade. Nobody reads the table but the function
-- below, for full-text operators are not leakproof and never reach the index under row-level
-- security (measured: 110 ms against 2 ms).
create table kernel.search_entry (
  tenant_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  title text not null,
  reference text not null default '',
  changed_at timestamptz not null default now(),
  readers text[] not null,
  words tsvector not null,
  primary key (tenant_id, subject_id)
);

-- The words under which an authority is looked up in the index: each begins with what marks it, so
-- that looking up reads nothing of others. With the authority as a column of its own beside `words`,
-- the beginning of a frequent word was looked up in all of them (150 ms for 1 600 dossiers among
-- 1 000 000; now 2 ms).
create function kernel.own_words(authority uuid, words tsvector) returns tsvector
  language sql immutable parallel safe cost 1000
  set search_path = pg_catalog
  return array_to_tsvector(array(
    select right(authority::text, 8) || lexeme from unnest(tsvector_to_array(words)) as lexeme));

-- The same for what is looked for. The index knows no places: of a phrase, it finds the words.
create function kernel.own_query(authority uuid, query tsquery) returns tsquery
  language sql immutable parallel safe
  set search_path = pg_catalog
  return regexp_replace(regexp_replace(query::text, '<(-|\d+)>', '&', 'g'),
    '''((?:[^'']|'''')+)''', '''' || right(authority::text, 8) || '\1''', 'g')::tsquery;

create index search_entry_words on kernel.search_entry using gin (kernel.own_words(tenant_id, words));
create index search_entry_recent on kernel.search_entry (tenant_id, changed_at desc);
select kernel.isolate('kernel.search_entry');
alter table kernel.search_entry no force row level security;
revoke all on kernel.search_entry from beffroi_app;

-- The word being typed is compared with whole words too, for a stem may be shorter than what is
-- typed (« réfectio » begins no stem), and a reference is found by its parts: CC/2026/1 by 2026/1.
create function kernel.whole_words(text text) returns tsvector
  language sql stable parallel safe
  set search_path = pg_catalog, kernel
  return to_tsvector('simple', regexp_replace(kernel.unaccent(lower(text)), '[^[:alnum:]]+', ' ', 'g'));

-- Writes or rewrites the entry of one dossier. Weights: title and reference first.
create function kernel.index_dossier(
  subject uuid, kind text, title text, reference text, body text, readers text[])
  returns void language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  insert into kernel.search_entry (subject_id, kind, title, reference, readers, words)
  values (subject, kind, title, reference, readers,
    setweight(to_tsvector('kernel.french', title), 'A')
    || setweight(to_tsvector('simple', reference), 'A')
    || setweight(kernel.whole_words(title || ' ' || reference), 'B')
    || setweight(to_tsvector('kernel.french', left(body, 400000)), 'C'))
  on conflict (tenant_id, subject_id) do update
    set title = excluded.title, reference = excluded.reference, readers = excluded.readers,
        words = excluded.words, changed_at = now();
end;
revoke execute on function kernel.index_dossier from public;
grant execute on function kernel.index_dossier to beffroi_app;

-- Finds among the dossiers of the open authority those that one of `principals` may read. It runs as
-- the owner, so it tests authority and readers itself; both tests stand before any ranking.
-- Of the word being typed only its own letters are unfinished (CC/2026 is CC and what begins like
-- 2026), and a word that is excluded (-rue) stays excluded. Of what matches, the 200 latest are ranked;
-- of frequent words, what matches among the 2 000 latest entries: ranking all that match took 200 ms in
-- a large authority. Whether words are frequent is seen in the 100 latest.
create function kernel.search(query text, principals text[], most integer)
  returns table (subject_id uuid, kind text, title text, reference text, changed_at timestamptz, rank real)
  language plpgsql stable security definer
  set search_path = pg_catalog, kernel
  set plan_cache_mode = force_custom_plan
as $$
declare
  authority uuid := kernel.tenant_id();
  last_word text := substring(kernel.unaccent(lower(query)) from '([[:alnum:]]+)\s*$');
  wanted tsquery := websearch_to_tsquery('kernel.french', query);
  frequent boolean;
begin
  if authority is null then return; end if;
  if last_word is not null and query !~ '(^|\s)-\S*\s*$' then
    wanted := wanted || (
      websearch_to_tsquery('kernel.french', regexp_replace(query, '[[:alnum:]]+\s*$', ''))
      && to_tsquery('simple', last_word || ':*'));
  end if;
  if numnode(wanted) = 0 then return; end if;
  select count(*) >= 5 into frequent from (
    select e.words from kernel.search_entry e where e.tenant_id = authority
    order by e.changed_at desc limit 100) as latest
  where latest.words @@ wanted;
  return query
    select e.subject_id, e.kind, e.title, e.reference, e.changed_at, ts_rank(e.words, wanted) as rank
    from (
      select * from (
        select * from kernel.search_entry s where frequent and s.tenant_id = authority
        order by s.changed_at desc limit 2000) as latest
      where latest.words @@ wanted
        and (latest.readers && principals or 'system' = any (principals))
      union all
      -- `is true` keeps the planner from reading the index of time too, for all of the authority.
      (select * from kernel.search_entry s
      where not frequent
        and kernel.own_words(s.tenant_id, s.words) @@ kernel.own_query(authority, wanted)
        and (s.tenant_id = authority) is true and s.words @@ wanted
        and (s.readers && principals or 'system' = any (principals))
      order by s.changed_at desc limit 200)) as e
    order by rank desc, e.changed_at desc, e.subject_id
    limit least(most, 200);
end $$;
revoke execute on function kernel.search from public;
grant execute on function kernel.search to beffroi_app;
