-- Names as people compare them: case, accents (composed or not), signs that nobody sees, curly apostrophes, ligatures
-- and spaces too many say nothing. `folded` of kernel/i18n is its other face; a test holds the two alike.
create function kernel.name_key(name text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    replace(replace(replace(translate(
      lower(regexp_replace(normalize(name, NFKD),
        '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u00AD\u061C\u115F\u1160\u17B4\u17B5'
        || '\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\uFE00-\uFE0F\uFEFF\U000E0000-\U000E0FFF]',
        '', 'g') collate pg_catalog.pg_c_utf8),
      '’‘ʼ′‐ς', '''''''''-σ'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
    '[\t\n\v\f\r \u0085\u1680\u2028\u2029]+', ' ', 'g'));

-- Makes the names of a table unique as people compare them, within an authority and what else is named. Of those
-- that were written twice, the later ones are numbered: « Écoles (2) ».
create function kernel.distinguish(target regclass, name text, variadic within text[] default '{}')
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
  execute format('create unique index on %s (%s, kernel.name_key(%I))', target, keys, name);
  execute format('alter table %s force row level security', target);
end $$;
revoke execute on function kernel.distinguish(regclass, text, text[]) from public;
