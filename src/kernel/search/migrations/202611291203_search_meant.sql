-- « Vouliez-vous dire … ? »: the words that an authority writes, as it writes them, by which a word that finds
-- nothing is put right. A word is proposed only where it finds something for whoever asks.
create extension if not exists fuzzystrmatch with schema kernel;

-- No key but the index: who writes a word that others are writing does not wait for them, and a word that is
-- there twice does no harm.
create table kernel.search_word (
  tenant_id uuid not null,
  word text not null,    -- plain
  written text not null  -- with its accents
);
create index search_word_near on kernel.search_word (tenant_id, length(word), word);
select kernel.isolate('kernel.search_word');
alter table kernel.search_word no force row level security;
revoke all on kernel.search_word from beffroi_app;

-- Learns the words of a text, of the open authority.
create function kernel.learn(text text) returns void
  language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  insert into kernel.search_word (word, written)
  select w.word, min(w.written) from (
    select kernel.plain(one) as word, one as written
    from (select distinct one from regexp_split_to_table(
      lower(normalize(kernel.bare(left(text, 50000)))), '[^[:alpha:]]+') as one) as words
    where length(one) between 4 and 30) as w
  where not exists (
    select from kernel.search_word k
    where k.tenant_id = kernel.tenant_id() and length(k.word) = length(w.word) and k.word = w.word)
  group by w.word;
end;
revoke execute on function kernel.learn from public;
grant execute on function kernel.learn to beffroi_app;

-- Whether those principals find anything of a query, in entries or in parts of them.
create function kernel.finds(query text, principals text[], unseen text[]) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, kernel
  set plan_cache_mode = force_custom_plan
as $$
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
end $$;
revoke execute on function kernel.finds from public;

-- A query that finds nothing, with the words that find nothing replaced by the nearest ones that find something
-- for these principals; null where there is none. A word differs by two letters at most, a short one by one.
create function kernel.meant(query text, principals text[], unseen text[]) returns text
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
  changed boolean := false;
begin
  if authority is null then return null; end if;
  for part in
    select m[1] from regexp_matches(left(kernel.bare(query), 200), '([[:alpha:]]+|[^[:alpha:]]+)', 'g') as m limit 40
  loop
    typed := kernel.plain(part);
    nearer := null;
    if typed ~ '^[[:alpha:]]{4,30}$' and not kernel.finds('"' || typed || '"', principals, unseen) then
      most := case when length(typed) < 6 then 1 else 2 end;
      select near.written into nearer from (
        select k.word, min(k.written) as written, kernel.levenshtein(k.word, typed) as far
        from kernel.search_word k
        where k.tenant_id = authority and length(k.word) between length(typed) - most and length(typed) + most
          and kernel.levenshtein_less_equal(k.word, typed, most) <= most
        group by k.word
        order by far, left(k.word, 1) <> left(typed, 1), kernel.similarity(k.word, typed) desc, k.word
        limit 20) as near
      where kernel.finds('"' || near.word || '"', principals, unseen)
      order by near.far, left(near.word, 1) <> left(typed, 1), kernel.similarity(near.word, typed) desc, near.word
      limit 1;
    end if;
    changed := changed or nearer is not null;
    said := said || coalesce(nearer, part);
  end loop;
  return case when changed and kernel.finds(said, principals, unseen) then said end;
end $$;
revoke execute on function kernel.meant from public;
grant execute on function kernel.meant to beffroi_app;

-- Forgets the words that nothing of the open authority has any more.
create function kernel.forget_words() returns void
  language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  delete from kernel.search_word w where w.tenant_id = kernel.tenant_id()
    and not kernel.finds('"' || w.word || '"', array['system'], '{}');
end;
revoke execute on function kernel.forget_words from public;
grant execute on function kernel.forget_words to beffroi_app;
