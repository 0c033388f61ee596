-- A trade that is off for the authority shows nothing, and so is not found: the first word of a kind is
-- the trade.
drop function kernel.search(text, text[], integer);

-- Finds among the dossiers of the open authority those that one of `principals` may read, but for those
-- of trades that are `unseen`. It runs as the owner, so it tests authority and readers itself; all tests
-- stand before any ranking.
-- Of the word being typed only its own letters are unfinished (CC/2026 is CC and what begins like
-- 2026), and a word that is excluded (-rue) stays excluded. Of what matches, the 200 latest are ranked;
-- of frequent words, what matches among the 2 000 latest entries: ranking all that match took 200 ms in
-- a large authority. Whether words are frequent is seen in the 100 latest.
create function kernel.search(query text, principals text[], unseen text[], most integer)
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
        and split_part(latest.kind, '.', 1) <> all (unseen)
      union all
      -- `is true` keeps the planner from reading the index of time too, for all of the authority.
      (select * from kernel.search_entry s
      where not frequent
        and kernel.own_words(s.tenant_id, s.words) @@ kernel.own_query(authority, wanted)
        and (s.tenant_id = authority) is true and s.words @@ wanted
        and (s.readers && principals or 'system' = any (principals))
        and split_part(s.kind, '.', 1) <> all (unseen)
      order by s.changed_at desc limit 200)) as e
    order by rank desc, e.changed_at desc, e.subject_id
    limit least(most, 200);
end $$;
revoke execute on function kernel.search from public;
grant execute on function kernel.search to beffroi_app;
