create schema alerts;
grant usage on schema alerts to beffroi_app, beffroi_public;

-- Who is written to when something that they follow becomes public (abonné): an address that was confirmed, nothing else of them.
create table alerts.subscriber (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  email text not null,                     -- in lower case
  language text not null,                  -- of the letters
  origin text not null,                    -- where they asked: links of the letters lead there
  since timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
select kernel.isolate('alerts.subscriber');

-- What is followed (suivi): of what is said all must fit; empty: anything.
create table alerts.follow (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  subscriber_id uuid not null,
  words text not null,
  subject text not null,
  organ text not null,
  place text not null,
  primary key (tenant_id, id),
  unique (tenant_id, subscriber_id, words, subject, organ, place),
  foreign key (tenant_id, subscriber_id) references alerts.subscriber on delete cascade
);
select kernel.isolate('alerts.follow');

-- Somebody asked for it with an address that nobody has confirmed yet: the link that was written there is its hash.
create table alerts.asked (
  tenant_id uuid not null,
  token_hash bytea not null,
  email text not null,                     -- empty once it is confirmed
  language text not null,
  origin text not null,
  words text not null,
  subject text not null,
  organ text not null,
  place text not null,
  asked_at timestamptz not null default now(),
  subscriber_id uuid,                      -- who confirmed it
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, subscriber_id) references alerts.subscriber on delete cascade,
  check ((email = '') = (subscriber_id is not null))
);
create index asked_email on alerts.asked (tenant_id, email);
create index asked_subscriber on alerts.asked (tenant_id, subscriber_id);
select kernel.isolate('alerts.asked');

-- Who was told of what: of a project once, of what became of it once, however often the job comes.
create table alerts.told (
  tenant_id uuid not null,
  subscriber_id uuid not null,
  slug text not null,
  stage text not null check (stage in ('project', 'decision')),
  mail_id uuid,                            -- the letter, as long as the house keeps it
  at timestamptz not null default now(),
  primary key (tenant_id, subscriber_id, slug, stage),
  foreign key (tenant_id, subscriber_id) references alerts.subscriber on delete cascade
);
create index told_slug on alerts.told (tenant_id, slug);
create index told_mail on alerts.told (tenant_id, mail_id);
select kernel.isolate('alerts.told');

-- Whether one of these streets is the one that is asked for, or has its name in it: « Moulin » is « rue du Moulin ».
create function alerts.at_place(places text[], asked text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, kernel
begin atomic
  select exists (select from unnest(places) as p (name) where position(kernel.name_key(asked) in kernel.name_key(p.name)) > 0);
end;
revoke execute on function alerts.at_place(text[], text) from public;
grant execute on function alerts.at_place(text[], text) to beffroi_app, beffroi_public;
