-- functions
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
CREATE OR REPLACE FUNCTION kernel.index_dossier(subject uuid, kind text, title text, reference text, body text, readers text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 INSERT INTO kernel.search_entry (subject_id, kind, title, reference, readers, words)
   VALUES (index_dossier.subject, index_dossier.kind, index_dossier.title, index_dossier.reference, index_dossier.readers, (((setweight(to_tsvector('kernel.french'::regconfig, index_dossier.title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, index_dossier.reference), 'A'::"char")) || setweight(kernel.whole_words(((index_dossier.title || ' '::text) || index_dossier.reference)), 'B'::"char")) || setweight(to_tsvector('kernel.french'::regconfig, "left"(index_dossier.body, 400000)), 'C'::"char"))) ON CONFLICT(tenant_id, subject_id) DO UPDATE SET title = excluded.title, reference = excluded.reference, readers = excluded.readers, words = excluded.words, changed_at = now();
END
;
grant EXECUTE on function kernel.index_dossier(uuid,text,text,text,text,text[]) to beffroi_app;
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
CREATE OR REPLACE FUNCTION kernel.search(query text, principals text[], unseen text[], most integer)
 RETURNS TABLE(subject_id uuid, kind text, title text, reference text, changed_at timestamp with time zone, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$
;
grant EXECUTE on function kernel.search(text,text[],text[],integer) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.whole_words(text text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
RETURN to_tsvector('simple'::regconfig, regexp_replace(kernel.unaccent(lower(text)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))
;
grant EXECUTE on function kernel.whole_words(text) to public;

-- tables
table kernel.search_entry (
  tenant_id uuid not null default kernel.tenant_id(),
  subject_id uuid not null,
  kind text not null,
  title text not null,
  reference text not null default ''::text,
  changed_at timestamp with time zone not null default now(),
  readers text[] not null,
  words tsvector not null
) row level security;

-- constraints
kernel.search_entry search_entry_pkey PRIMARY KEY (tenant_id, subject_id);

-- indexes
CREATE UNIQUE INDEX search_entry_pkey ON kernel.search_entry USING btree (tenant_id, subject_id);
CREATE INDEX search_entry_recent ON kernel.search_entry USING btree (tenant_id, changed_at DESC);
CREATE INDEX search_entry_words ON kernel.search_entry USING gin (kernel.own_words(tenant_id, words));

-- policies
kernel.search_entry tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
