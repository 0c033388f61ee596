-- The portal of all authorities leads to pages that are there: nothing is found of an authority that keeps this trade off, or that is closed.
create function publications.is_seen(tenant uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, publications
  as $$ select kernel.is_seen(tenant, 'publications') $$;
revoke execute on function publications.is_seen from public;
grant execute on function publications.is_seen to beffroi_public;

-- For the search alone, which runs as the owner: ids are told to nobody.
create function publications.unseen() returns setof uuid
  language sql stable
  set search_path = pg_catalog, publications
  as $$ select t.id from kernel.tenant t where not publications.is_seen(t.id) $$;
revoke execute on function publications.unseen from public;

drop policy everybody on publications.authority;
create policy everybody on publications.authority for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null and publications.is_seen(tenant_id));
drop policy everybody on publications.agenda;
create policy everybody on publications.agenda for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null and publications.is_seen(tenant_id));
drop policy everybody on publications.entry;
create policy everybody on publications.entry for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null and publications.is_seen(tenant_id));

create or replace function publications.condition(asked jsonb) returns text
  language plpgsql stable
  set search_path = pg_catalog, publications
as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  part text;
  query record;
  unseen uuid[];
  parts text[] := '{}';
begin
  if tenant is not null then parts := parts || format('e.tenant_id = %L::uuid', tenant);
  else
    unseen := array(select publications.unseen());
    if cardinality(unseen) > 0 then parts := parts || format('e.tenant_id <> all (%L::uuid[])', unseen); end if;
  end if;
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
