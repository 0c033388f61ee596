-- « voirie » is not « moitié »: two letters differ only of a long word, of one that begins alike, or of one whose
-- letters stand in another order. Six words are put right at most.
create or replace function kernel.meant(query text, principals text[], unseen text[]) returns text
  language plpgsql stable security definer
  set search_path = pg_catalog, kernel
as $$
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
end $$;
