-- Where names are told apart within something that a row may lack (labels of the authority are nobody's), rows that lack it are told
-- apart from one another too: in an index, an unknown is like no other unless it is said.
create or replace function kernel.distinguish(target regclass, name text, variadic within text[] default '{}')
  returns void language plpgsql as $$
declare
  renamed bigint;
  keys text := (select string_agg(format('%I', one), ', ')
    from unnest(array['tenant_id'] || within) one);
begin
  execute format('alter table %s no force row level security', target);
  loop
    execute format(
      'update %1$s t set %2$I = t.%2$I || '' ('' || twice.place || '')''
       from (select ctid as at, row_number() over (partition by %3$s, kernel.name_key(%2$I) order by ctid) as place
         from %1$s) twice
       where t.ctid = twice.at and twice.place > 1', target, name, keys);
    get diagnostics renamed = row_count;
    exit when renamed = 0;
  end loop;
  execute format('create unique index on %s (%s, kernel.name_key(%I)) nulls not distinct', target, keys, name);
  execute format('alter table %s force row level security', target);
end $$;
