-- Finds public points: of the authority that is asked, or of all where none is. Everything in the table is public and this reads nothing
-- else, so it may run as the owner: full-text operators are not leakproof and never reach the index under row-level security.
-- Words are read as those that were written are; a person and a place are found by some of their letters, once the index has found their
-- words. Pages go by key, the latest meeting first. Each part is planned for what is asked of it.
alter table publications.entry no force row level security;
drop index publications.entry_meeting;
create index entry_of_meeting on publications.entry (authority, meeting);
create index entry_organ on publications.entry (organ, day desc, authority, slug);
create index entry_subject on publications.entry (subject, day desc, authority, slug);

-- How a name is compared: without capitals and accents.
create function publications.folded(name text) returns text
  language sql stable parallel safe
  set search_path = pg_catalog, kernel
  return kernel.unaccent(lower(name));

create function publications.condition(asked jsonb) returns text
  language plpgsql stable
  set search_path = pg_catalog, publications
as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  part text;
  query record;
  parts text[] := '{}';
begin
  if tenant is not null then parts := parts || format('e.tenant_id = %L::uuid', tenant); end if;
  foreach part in array array['q', 'person', 'place'] loop
    continue when coalesce(asked ->> part, '') = '';
    select a.wanted, a.lookup into query from publications.asked(asked ->> part) as a;
    -- What holds no word that is kept finds nothing.
    if numnode(query.lookup) = 0 then return 'false'; end if;
    parts := parts || format('e.words @@ %L::tsquery', query.lookup::text);
    if part = 'q' then parts := parts || format('e.words @@ %L::tsquery', query.wanted::text);
    else parts := parts || format('strpos(publications.folded(array_to_string(e.%I, '' · '')), publications.folded(%L)) > 0',
      case part when 'person' then 'people' else 'places' end, btrim(asked ->> part));
    end if;
  end loop;
  foreach part in array array['organ', 'subject', 'stage', 'authority'] loop
    if coalesce(asked ->> part, '') <> '' then parts := parts || format('e.%I = %L', part, asked ->> part); end if;
  end loop;
  if asked ->> 'year' is not null then
    parts := parts || format('e.day >= make_date(%s, 1, 1) and e.day < make_date(%s + 1, 1, 1)',
      (asked ->> 'year')::int, (asked ->> 'year')::int);
  end if;
  return coalesce(nullif(array_to_string(parts, ' and '), ''), 'true');
end $$;

create function publications.found(asked jsonb, most integer)
  returns table (authority text, slug text, title text, organ text, day date, number text, stage text, subject text, outcome text,
    people text[], places text[], passage text, stems text[])
  language plpgsql stable security definer
  set search_path = pg_catalog, publications
as $$
declare
  condition text := publications.condition(asked);
  looked text[] := array(
    select distinct m[1]
    from regexp_matches((select a.lookup::text from publications.asked(coalesce(asked ->> 'q', '')) as a), '''([[:alnum:]]+)''', 'g') as m);
begin
  if asked ->> 'day' is not null then
    condition := condition || format(' and e.day <= %L::date and (e.day < %L::date or (e.authority, e.slug) > (%L, %L))',
      asked ->> 'day', asked ->> 'day', asked ->> 'after_authority', asked ->> 'after_slug');
  end if;
  return query execute format(
    'select e.authority, e.slug, e.title, e.organ, e.day, e.number, e.stage, e.subject, e.outcome, e.people, e.places,
       case when cardinality($1) = 0 then left(e.body, 260) else publications.passage(e.body, $1) end, $1
     from (select * from publications.entry e where %s order by e.day desc, e.authority, e.slug limit %s) as e
     order by e.day desc, e.authority, e.slug', condition, least(most, 200)) using looked;
end $$;

-- How many there are, up to `most`.
create function publications.counted(asked jsonb, most integer) returns integer
  language plpgsql stable security definer
  set search_path = pg_catalog, publications
as $$
declare
  found integer;
begin
  execute format('select count(*) from (select from publications.entry e where %s limit %s) as there',
    publications.condition(asked), least(most, 2000)) into found;
  return found;
end $$;
revoke execute on function publications.folded, publications.condition, publications.found, publications.counted from public;
grant execute on function publications.found, publications.counted to beffroi_app, beffroi_public;

-- In which language what it publishes is written.
alter table publications.authority add column language text not null default 'fr';
grant select (language) on publications.authority to beffroi_public;
