-- What everybody finds of points, of all authorities: of the latest public copy of each, and gone with it. Nothing stands here that is
-- not in that copy, so whoever reads public pages reads all of it, also where no authority is asked.
create table publications.entry (
  tenant_id uuid not null,
  slug text not null,
  authority text not null,                 -- its slug
  hash text not null,                      -- of the copy
  stage text not null check (stage in ('project', 'decision')),
  title text not null,
  organ text not null,
  organ_kind text not null,
  day date not null,                       -- of its meeting
  number text not null,
  subject text,
  people text[] not null default '{}',
  places text[] not null default '{}',
  body text not null,                      -- its words, plain
  words tsvector not null,
  published_at timestamptz not null,
  primary key (tenant_id, slug),
  foreign key (tenant_id, hash) references commons.publication (tenant_id, hash)
);
select kernel.isolate('publications.entry');
create index entry_words on publications.entry using gin (words);
create index entry_day on publications.entry (tenant_id, day desc, slug);
create index entry_latest on publications.entry (day desc, authority, slug);

grant select (slug, authority, hash, stage, title, organ, organ_kind, day, number, subject, people, places, body, words, published_at)
  on publications.entry to beffroi_public;
-- Where no authority is asked, those of all are found: by the slug of each, its id is told to nobody.
create policy everybody on publications.entry for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null);

-- What is asked is read as what was written was. The role of public pages calls these two and nothing else: they read no row.
create function publications.asked(query text, out wanted tsquery, out lookup tsquery)
  language sql stable security definer
  set search_path = pg_catalog, kernel
begin atomic
  select a.wanted, a.lookup from kernel.asked(query) as a;
end;
create function publications.passage(body text, stems text[]) returns text
  language sql stable security definer
  set search_path = pg_catalog, kernel
  return kernel.passage(body, stems);
revoke execute on all functions in schema publications from public;
grant execute on function publications.asked(text), publications.passage(text, text[]) to beffroi_app, beffroi_public;
