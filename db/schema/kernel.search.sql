-- extensions
create extension fuzzystrmatch with schema kernel;

-- functions
CREATE OR REPLACE FUNCTION kernel.apart(one tsvector, other tsvector)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN ts_delete(((one || '''gap end'':20'::tsvector) || other), 'gap end'::text)
;
grant EXECUTE on function kernel.apart(tsvector,tsvector) to public;
CREATE OR REPLACE FUNCTION kernel.asked(query text, OUT wanted tsquery, OUT lookup tsquery)
 RETURNS record
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
 SET client_min_messages TO 'warning'
AS $function$
declare
  asking text := regexp_replace(translate(kernel.bare(query), '«»“”„', '"""""'),
    '(\d)[[:space:]'']+(?=\d)', '\1_', 'g');
  part record;
  words text; -- as they are written
  also text; -- in one: 142.500,00 is 142500
  one tsquery;
  group_wanted tsquery := '';
  group_lookup tsquery := '';
begin
  wanted := '';
  lookup := '';
  for part in
    select m[1] = '-' as absent, m[2] as quoted, m[3] as typed, place = count(*) over () as last
    from regexp_matches(asking, '(-?)(?:"([^"]*)"?|([^[:space:]"]+))', 'g') with ordinality as r (m, place)
    order by place limit 40
  loop
    if lower(part.typed) = 'or' or part.typed in ('OU', 'ODER', 'OF') then
      if numnode(group_lookup) > 0 then
        wanted := wanted || group_wanted;
        lookup := lookup || group_lookup;
      end if;
      group_wanted := '';
      group_lookup := '';
      continue;
    end if;
    words := kernel.cut(kernel.plain(coalesce(part.quoted, part.typed)));
    continue when words = '';
    one := case when part.quoted is null then '' else plainto_tsquery('kernel.french', words) end;
    if part.quoted is null then
      also := kernel.cut(regexp_replace(regexp_replace(kernel.plain(part.typed),
        '(?<=\d)[.,]00?$', ''), '(?<=[[:alnum:]])[._&''-](?=[[:alnum:]])|(?<=\d)/(?=\d)', '', 'g'));
      foreach also in array array_remove(array[words, nullif(also, words)], null) loop
        one := one || plainto_tsquery('kernel.french', also);
        if part.last and not part.absent then
          one := one || (plainto_tsquery('kernel.french', regexp_replace(also, '[^ ]+$', ''))
            && to_tsquery('simple', substring(also from '[^ ]+$') || ':*'));
        end if;
      end loop;
    end if;
    continue when numnode(one) = 0;
    if not part.absent then
      group_lookup := group_lookup && one;
    end if;
    if part.quoted is not null then
      one := phraseto_tsquery('kernel.french', words);
    end if;
    group_wanted := group_wanted && case when part.absent then !!one else one end;
  end loop;
  if numnode(group_lookup) > 0 then
    wanted := wanted || group_wanted;
    lookup := lookup || group_lookup;
  end if;
end $function$
;
grant EXECUTE on function kernel.asked(text) to public;
CREATE OR REPLACE FUNCTION kernel.bare(text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN regexp_replace(text, '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+'::text, ''::text, 'g'::text)
;
grant EXECUTE on function kernel.bare(text) to public;
CREATE OR REPLACE FUNCTION kernel.cut(plain text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN btrim(regexp_replace(regexp_replace(plain, '[^[:alnum:]]+'::text, ' '::text, 'g'::text), '([[:alnum:]]{80})[[:alnum:]]+'::text, '\1'::text, 'g'::text))
;
grant EXECUTE on function kernel.cut(text) to public;
CREATE OR REPLACE FUNCTION kernel.finds(query text, principals text[], unseen text[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'kernel'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  authority uuid := kernel.tenant_id();
  asking record;
  own tsquery;
begin
  select a.wanted, a.lookup into asking from kernel.asked(query) as a;
  own := kernel.own_query(authority, asking.lookup);
  return exists (
    select from kernel.search_entry e
    where kernel.own_words(e.tenant_id, e.words) @@ own
      and (e.tenant_id = authority) is true and e.words @@ asking.wanted
      and (e.readers && principals or 'system' = any (principals))
      and split_part(e.kind, '.', 1) <> all (unseen)
  ) or exists (
    select from kernel.search_part p join kernel.search_entry e using (tenant_id, subject_id)
    where kernel.own_words(p.tenant_id, p.words) @@ own
      and (p.tenant_id = authority) is true and p.words @@ asking.wanted
      and (e.readers && principals or 'system' = any (principals))
      and split_part(e.kind, '.', 1) <> all (unseen));
end $function$
;
CREATE OR REPLACE FUNCTION kernel.forget_dossier(subject uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 DELETE FROM kernel.search_entry
   WHERE ((search_entry.tenant_id = kernel.tenant_id()) AND (search_entry.subject_id = forget_dossier.subject));
END
;
grant EXECUTE on function kernel.forget_dossier(uuid) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.forget_part(subject uuid, part uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 DELETE FROM kernel.search_part
   WHERE ((search_part.tenant_id = kernel.tenant_id()) AND (search_part.subject_id = forget_part.subject) AND (search_part.part_id = forget_part.part));
END
;
grant EXECUTE on function kernel.forget_part(uuid,uuid) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.forget_words()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 DELETE FROM kernel.search_word w
   WHERE ((w.tenant_id = kernel.tenant_id()) AND (NOT kernel.finds((('"'::text || w.word) || '"'::text), ARRAY['system'::text], '{}'::text[])));
END
;
grant EXECUTE on function kernel.forget_words() to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.found_in_latest(authority uuid, wanted tsquery, principals text[], unseen text[], kinds text[], since timestamp with time zone, before timestamp with time zone, most integer)
 RETURNS TABLE(subject_id uuid, changed_at timestamp with time zone, worth real)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 SELECT e.subject_id,
     e.changed_at,
     ts_rank(e.words, found_in_latest.wanted) AS ts_rank
    FROM kernel.latest_words(found_in_latest.authority, found_in_latest.kinds, found_in_latest.since, found_in_latest.before, found_in_latest.most) e(subject_id, kind, changed_at, readers, words)
   WHERE ((e.words @@ found_in_latest.wanted) AND ((e.readers && found_in_latest.principals) OR ('system'::text = ANY (found_in_latest.principals))) AND (split_part(e.kind, '.'::text, 1) <> ALL (found_in_latest.unseen)));
END
;
CREATE OR REPLACE FUNCTION kernel.found_under(title text, reference text, body text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
RETURN kernel.apart(kernel.apart(kernel.apart(setweight(kernel.words('kernel.french'::regconfig, title), 'A'::"char"), setweight(kernel.words('simple'::regconfig, reference), 'A'::"char")), setweight(kernel.words('simple'::regconfig, ((title || ' '::text) || reference)), 'B'::"char")), setweight(kernel.words('kernel.french'::regconfig, body), 'C'::"char"))
;
grant EXECUTE on function kernel.found_under(text,text,text) to public;
CREATE OR REPLACE FUNCTION kernel.index_dossier(subject uuid, kind text, title text, reference text, body text, readers text[])
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 WITH known AS MATERIALIZED (
          SELECT ((e.title = index_dossier.title) AND (e.body = kernel.bare("left"(index_dossier.body, 400000)))) AS as_before,
             (e.reference = index_dossier.reference) AS named_as_before
            FROM kernel.search_entry e
           WHERE ((e.tenant_id = kernel.tenant_id()) AND (e.subject_id = index_dossier.subject) AND (NOT e.stale))
         ), moved AS (
          UPDATE kernel.search_entry e SET readers = index_dossier.readers, changed_at = now()
           WHERE ((e.tenant_id = kernel.tenant_id()) AND (e.subject_id = index_dossier.subject) AND (EXISTS ( SELECT
                    FROM known
                   WHERE (known.as_before AND known.named_as_before))))
         ), written AS (
          INSERT INTO kernel.search_entry (subject_id, kind, title, reference, readers, body, words)  SELECT index_dossier.subject AS subject,
                     index_dossier.kind AS kind,
                     index_dossier.title AS title,
                     index_dossier.reference AS reference,
                     index_dossier.readers AS readers,
                     kernel.bare("left"(index_dossier.body, 400000)) AS bare,
                     kernel.found_under(index_dossier.title, index_dossier.reference, index_dossier.body) AS found_under
                   WHERE (NOT (EXISTS ( SELECT
                            FROM known
                           WHERE (known.as_before AND known.named_as_before)))) ON CONFLICT(tenant_id, subject_id) DO UPDATE SET title = excluded.title, reference = excluded.reference, readers = excluded.readers, body = excluded.body, words = excluded.words, stale = false, changed_at = now()
         )
  SELECT (NOT (EXISTS ( SELECT
            FROM known
           WHERE known.as_before)));
END
;
grant EXECUTE on function kernel.index_dossier(uuid,text,text,text,text,text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.index_part(subject uuid, part uuid, title text, body text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 INSERT INTO kernel.search_part (subject_id, part_id, title, body, words)
   VALUES (index_part.subject, index_part.part, index_part.title, kernel.bare("left"(index_part.body, 400000)), kernel.apart(setweight((kernel.words('kernel.french'::regconfig, index_part.title) || kernel.words('simple'::regconfig, index_part.title)), 'B'::"char"), setweight(kernel.words('kernel.french'::regconfig, index_part.body), 'C'::"char"))) ON CONFLICT(tenant_id, subject_id, part_id) DO UPDATE SET title = excluded.title, body = excluded.body, words = excluded.words;
END
;
grant EXECUTE on function kernel.index_part(uuid,uuid,text,text) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.joined(plain text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT COALESCE(string_agg(DISTINCT joined.one, ' '::text), ''::text) AS "coalesce"
    FROM ( SELECT regexp_replace(match.match[1], '[^[:alnum:]]'::text, ''::text, 'g'::text) AS one
            FROM unnest(ARRAY['[[:alnum:]]+(?:[._&-][[:alnum:]]+)+'::text, '(?<!\d)\d{1,3}(?:[ .'']\d{3})+(?!\d)'::text, '\d+(?:[ ./-]\d+)+'::text, '\m[a-z]{2} ?\d{2,4}(?:[ .]\d{2,4}){2,}'::text, '[[:alnum:]]{3,}''[[:alnum:]]+'::text]) pattern(pattern),
             LATERAL regexp_matches(joined.plain, pattern.pattern, 'g'::text) match(match)
           WHERE (length(match.match[1]) <= 60)) joined
   WHERE (length(joined.one) <= 40);
END
;
grant EXECUTE on function kernel.joined(text) to public;
CREATE OR REPLACE FUNCTION kernel.latest_words(authority uuid, kinds text[], since timestamp with time zone, before timestamp with time zone, most integer)
 RETURNS TABLE(subject_id uuid, kind text, changed_at timestamp with time zone, readers text[], words tsvector)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'kernel'
 SET plan_cache_mode TO 'force_custom_plan'
 SET enable_bitmapscan TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION kernel.learn(text text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 INSERT INTO kernel.search_word (word, written)  SELECT w.word,
             min(w.written) AS min
            FROM ( SELECT kernel.plain(words.one) AS word,
                     words.one AS written
                    FROM ( SELECT DISTINCT one.one
                            FROM regexp_split_to_table(lower(NORMALIZE(kernel.bare("left"(learn.text, 50000)))), '[^[:alpha:]]+'::text) one(one)) words
                   WHERE ((length(words.one) >= 4) AND (length(words.one) <= 30))) w
           WHERE (NOT (EXISTS ( SELECT
                    FROM kernel.search_word k
                   WHERE ((k.tenant_id = kernel.tenant_id()) AND (length(k.word) = length(w.word)) AND (k.word = w.word)))))
           GROUP BY w.word;
END
;
grant EXECUTE on function kernel.learn(text) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.meant(query text, principals text[], unseen text[])
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  authority uuid := kernel.tenant_id();
  said text := '';
  part text;
  typed text;
  most integer;
  nearer text;
  put_right integer := 0;
begin
  if authority is null then return null; end if;
  for part in
    select m[1] from regexp_matches(left(kernel.bare(query), 200), '([[:alpha:]]+|[^[:alpha:]]+)', 'g') as m limit 40
  loop
    typed := kernel.plain(part);
    nearer := null;
    if put_right < 6 and typed ~ '^[[:alpha:]]{4,30}$' and not kernel.finds('"' || typed || '"', principals, unseen) then
      most := case when length(typed) < 5 then 1 else 2 end;
      select near.written into nearer from (
        select k.word, min(k.written) as written, kernel.levenshtein(k.word, typed) as far
        from kernel.search_word k
        where k.tenant_id = authority and length(k.word) between length(typed) - most and length(typed) + most
          and kernel.levenshtein_less_equal(k.word, typed, most) <= case
            when length(typed) > 7 or left(k.word, 2) = left(typed, 2) then most
            when length(k.word) = length(typed) and string_to_array(k.word, null) @> string_to_array(typed, null)
            then most else 1 end
        group by k.word
        order by far, left(k.word, 1) <> left(typed, 1), kernel.similarity(k.word, typed) desc, k.word
        limit 20) as near
      where kernel.finds('"' || near.word || '"', principals, unseen)
      order by near.far, left(near.word, 1) <> left(typed, 1), kernel.similarity(near.word, typed) desc, near.word
      limit 1;
    end if;
    put_right := put_right + (nearer is not null)::integer;
    said := said || coalesce(nearer, part);
  end loop;
  return case when put_right > 0 and kernel.finds(said, principals, unseen) then said end;
end $function$
;
grant EXECUTE on function kernel.meant(text,text[],text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.own_query(authority uuid, query tsquery)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN (regexp_replace(regexp_replace((query)::text, '<(-|\d+)>'::text, '&'::text, 'g'::text), '''((?:[^'']|'''')+)'''::text, ((''''::text || "right"((authority)::text, 8)) || '\1'''::text), 'g'::text))::tsquery
;
grant EXECUTE on function kernel.own_query(uuid,tsquery) to public;
CREATE OR REPLACE FUNCTION kernel.own_words(authority uuid, words tsvector)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 1000
 SET search_path TO 'pg_catalog'
RETURN array_to_tsvector(ARRAY(SELECT ("right"((own_words.authority)::text, 8) || lexeme.lexeme) FROM unnest(tsvector_to_array(own_words.words)) lexeme(lexeme)))
;
grant EXECUTE on function kernel.own_words(uuid,tsvector) to public;
CREATE OR REPLACE FUNCTION kernel.passage(body text, stems text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
BEGIN ATOMIC
 SELECT SUBSTRING(passage.body FROM GREATEST(1, (place.place - 80)) FOR 260) AS "substring"
    FROM regexp_instr(translate(lower(passage.body), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ'::text, 'aaaaaaceeeeiiiinooooouuuuyy'::text), (('\m(?:'::text || array_to_string(passage.stems, '|'::text)) || ')'::text)) place(place);
END
;
grant EXECUTE on function kernel.passage(text,text[]) to public;
CREATE OR REPLACE FUNCTION kernel.plain(text text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
RETURN kernel.unaccent(lower(NORMALIZE(translate(kernel.bare(text), '°ºª№'::text, '    '::text), NFKC)))
;
grant EXECUTE on function kernel.plain(text) to public;
CREATE OR REPLACE FUNCTION kernel.read_again(subject uuid, body text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 UPDATE kernel.search_entry e SET body = kernel.bare("left"(read_again.body, 400000)), stale = false, words = kernel.found_under(e.title, e.reference, read_again.body)
   WHERE ((e.tenant_id = kernel.tenant_id()) AND (e.subject_id = read_again.subject));
END
;
grant EXECUTE on function kernel.read_again(uuid,text) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.search(query text, principals text[], unseen text[], kinds text[], since timestamp with time zone, before timestamp with time zone, by_date boolean, after text[], most integer)
 RETURNS TABLE(subject_id uuid, kind text, title text, reference text, changed_at timestamp with time zone, part_id uuid, part_title text, parts integer, passage text, stems text[], key text[], total integer, exact boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$
;
grant EXECUTE on function kernel.search(text,text[],text[],text[],timestamp with time zone,timestamp with time zone,boolean,text[],integer) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.stale_dossiers(most integer)
 RETURNS TABLE(subject_id uuid, kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 SELECT search_entry.subject_id,
     search_entry.kind
    FROM kernel.search_entry
   WHERE ((search_entry.tenant_id = kernel.tenant_id()) AND search_entry.stale)
   ORDER BY search_entry.subject_id
  LIMIT stale_dossiers.most;
END
;
grant EXECUTE on function kernel.stale_dossiers(integer) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.words(configuration regconfig, text text)
 RETURNS tsvector
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  plain text := kernel.plain(left(text, 400000));
  most integer := length(plain);
begin
  if most < 100000 then
    return to_tsvector(configuration, kernel.cut(plain) || ' ' || kernel.joined(plain));
  end if;
  loop
    begin
      return to_tsvector(configuration,
        kernel.cut(left(plain, most)) || ' ' || kernel.joined(left(plain, most)));
    exception when program_limit_exceeded then
      most := most / 2;
    end;
  end loop;
end $function$
;
grant EXECUTE on function kernel.words(regconfig,text) to public;

-- tables
table kernel.search_entry (
  tenant_id uuid not null default kernel.tenant_id(),
  subject_id uuid not null,
  kind text not null,
  title text not null,
  reference text not null default ''::text,
  changed_at timestamp with time zone not null default now(),
  readers text[] not null,
  words tsvector not null,
  body text not null default ''::text,
  stale boolean not null default false
) row level security;
table kernel.search_part (
  tenant_id uuid not null default kernel.tenant_id(),
  subject_id uuid not null,
  part_id uuid not null,
  title text not null,
  body text not null,
  words tsvector not null
) row level security;
table kernel.search_word (
  tenant_id uuid not null default kernel.tenant_id(),
  word text not null,
  written text not null
) row level security;

-- constraints
kernel.search_entry search_entry_pkey PRIMARY KEY (tenant_id, subject_id);
kernel.search_part search_part_pkey PRIMARY KEY (tenant_id, subject_id, part_id);
kernel.search_part search_part_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES kernel.search_entry(tenant_id, subject_id) ON DELETE CASCADE;

-- indexes
CREATE INDEX search_entry_kind ON kernel.search_entry USING btree (tenant_id, kind, changed_at DESC, subject_id DESC);
CREATE UNIQUE INDEX search_entry_pkey ON kernel.search_entry USING btree (tenant_id, subject_id);
CREATE INDEX search_entry_recent ON kernel.search_entry USING btree (tenant_id, changed_at DESC, subject_id DESC);
CREATE INDEX search_entry_stale ON kernel.search_entry USING btree (tenant_id) WHERE stale;
CREATE INDEX search_entry_title ON kernel.search_entry USING gin (kernel.own_words(tenant_id, ts_filter(words, '{a,b}'::"char"[])));
CREATE INDEX search_entry_words ON kernel.search_entry USING gin (kernel.own_words(tenant_id, words));
CREATE UNIQUE INDEX search_part_pkey ON kernel.search_part USING btree (tenant_id, subject_id, part_id);
CREATE INDEX search_part_words ON kernel.search_part USING gin (kernel.own_words(tenant_id, words));
CREATE INDEX search_word_near ON kernel.search_word USING btree (tenant_id, length(word), word);

-- policies
kernel.search_entry tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.search_part tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.search_word tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
