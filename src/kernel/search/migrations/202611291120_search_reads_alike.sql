-- One way to read a text before it is cut into words, for what is written and for what is asked alike:
-- « eau/assainissement », 142.500,00, n°12, « aujourd’hui », a word with soft hyphens, parts of addresses.

-- Without the signs that nobody sees: soft hyphens, zero widths, marks of direction.
create function kernel.bare(text text) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog
  return regexp_replace(text,
    '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+', '', 'g');

-- One form of the signs that are left: ligatures, wide and raised letters are letters; degree signs, as in
-- n°12, part; accents and case do not count.
create function kernel.plain(text text) returns text
  language sql stable parallel safe
  set search_path = pg_catalog, kernel
  return kernel.unaccent(lower(normalize(translate(kernel.bare(text), '°ºª№', '    '), NFKC)));

-- The words of a text that is plain already, a space between two; past eighty letters, a word ends.
create function kernel.cut(plain text) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog
  return btrim(regexp_replace(regexp_replace(plain, '[^[:alnum:]]+', ' ', 'g'),
    '([[:alnum:]]{80})[[:alnum:]]+', '\1', 'g'));

-- What people also write in one: e-mail, C.P.A.S., 142.500, 0475 12 34 56, BE 0123.456.789, of a text that is
-- plain already, without what stands between. Found besides its parts.
create function kernel.joined(plain text) returns text
  language sql immutable parallel safe
  set search_path = pg_catalog
begin atomic
  select coalesce(string_agg(distinct one, ' '), '') from (
    select regexp_replace(match[1], '[^[:alnum:]]', '', 'g') as one
    from unnest(array[
      '[[:alnum:]]+(?:[._&-][[:alnum:]]+)+',
      '(?<!\d)\d{1,3}(?:[ .'']\d{3})+(?!\d)',
      '\d+(?:[ ./-]\d+)+',
      '\m[a-z]{2} ?\d{2,4}(?:[ .]\d{2,4}){2,}',
      '[[:alnum:]]{3,}''[[:alnum:]]+'
    ]) as pattern, regexp_matches(plain, pattern, 'g') as match
    where length(match[1]) <= 60) as joined
  where length(one) <= 40;
end;

-- The words of a text, with those that are also written in one, cut by a configuration. A text of very many
-- different words does not fit: what does of its beginning is found.
create function kernel.words(configuration regconfig, text text) returns tsvector
  language plpgsql stable parallel safe
  set search_path = pg_catalog, kernel
as $$
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
end $$;

-- Words of two texts, far enough from one another that no quoted phrase goes over from one into the other.
create function kernel.apart(one tsvector, other tsvector) returns tsvector
  language sql immutable parallel safe
  set search_path = pg_catalog
  return ts_delete(one || '''gap end'':20'::tsvector || other, 'gap end');

-- Under which words a dossier is found: title and reference first. The word being typed is compared with
-- whole words too, for a stem may be shorter than what is typed (« réfectio » begins no stem).
create function kernel.found_under(title text, reference text, body text) returns tsvector
  language sql stable parallel safe
  set search_path = pg_catalog, kernel
  return kernel.apart(kernel.apart(kernel.apart(
    setweight(kernel.words('kernel.french', title), 'A'),
    setweight(kernel.words('simple', reference), 'A')),
    setweight(kernel.words('simple', title || ' ' || reference), 'B')),
    setweight(kernel.words('kernel.french', body), 'C'));

-- What is asked, read as what is written is: words that must all be there, "in this order" where quoted,
-- not there (-word), or one or the other (or, OU). Numbers in groups are one word too, and so is what people
-- also write in one. Of the last word only its own letters are unfinished (CC/2026 is CC and what begins
-- like 2026). `lookup` asks the same of the index, which knows no places, and nothing of what is absent.
create function kernel.asked(query text, out wanted tsquery, out lookup tsquery)
  language plpgsql stable parallel safe
  set search_path = pg_catalog, kernel
  set client_min_messages = warning -- nobody waits to be told that a query is empty
as $$
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
end $$;
