-- schemas
create schema publications;
grant USAGE on schema publications to beffroi_app;
grant USAGE on schema publications to beffroi_public;

-- functions
CREATE OR REPLACE FUNCTION publications.asked(query text, OUT wanted tsquery, OUT lookup tsquery)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 SELECT a.wanted,
     a.lookup
    FROM kernel.asked(asked.query) a(wanted, lookup);
END
;
grant EXECUTE on function publications.asked(text) to beffroi_app;
grant EXECUTE on function publications.asked(text) to beffroi_public;
CREATE OR REPLACE FUNCTION publications.condition(asked jsonb)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'publications'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION publications.counted(asked jsonb, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'publications'
AS $function$
declare
  found integer;
begin
  execute format('select count(*) from (select from publications.entry e where %s limit %s) as there',
    publications.condition(asked), least(most, 2000)) into found;
  return found;
end $function$
;
grant EXECUTE on function publications.counted(jsonb,integer) to beffroi_app;
grant EXECUTE on function publications.counted(jsonb,integer) to beffroi_public;
CREATE OR REPLACE FUNCTION publications.folded(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
RETURN kernel.unaccent(lower(name))
;
CREATE OR REPLACE FUNCTION publications.found(asked jsonb, most integer)
 RETURNS TABLE(authority text, slug text, title text, organ text, day date, number text, stage text, subject text, outcome text, people text[], places text[], passage text, stems text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'publications'
AS $function$
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
end $function$
;
grant EXECUTE on function publications.found(jsonb,integer) to beffroi_app;
grant EXECUTE on function publications.found(jsonb,integer) to beffroi_public;
CREATE OR REPLACE FUNCTION publications.passage(body text, stems text[])
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
RETURN kernel.passage(body, stems)
;
grant EXECUTE on function publications.passage(text,text[]) to beffroi_app;
grant EXECUTE on function publications.passage(text,text[]) to beffroi_public;
CREATE OR REPLACE FUNCTION publications.seen()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$ select t.slug from kernel.seen s join kernel.tenant t on t.id = s.tenant_id where s.module = 'publications' $function$
;
grant EXECUTE on function publications.seen() to beffroi_public;
CREATE OR REPLACE FUNCTION publications.take_turn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.turn := pg_current_xact_id();
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION publications.unseen()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'publications'
AS $function$ select kernel.unseen('publications') $function$
;

-- tables
table publications.agenda (
  tenant_id uuid not null default kernel.tenant_id(),
  slug text not null,
  authority text not null,
  hash text not null,
  title text not null,
  organ text not null,
  organ_kind text not null,
  starts_at timestamp with time zone not null,
  place text not null,
  state text not null,
  points integer not null
) row level security forced;
table publications.authority (
  tenant_id uuid not null default kernel.tenant_id(),
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  host text not null,
  decisions integer not null,
  projects integer not null,
  since smallint not null,
  language text not null default 'fr'::text,
  lies_at double precision[]
) row level security forced;
table publications.changed (
  tenant_id uuid not null default kernel.tenant_id(),
  publisher text not null,
  slug text not null,
  authority text not null,
  hash text,
  said text,
  changed_at timestamp with time zone not null,
  turn xid8 not null default pg_current_xact_id()
) row level security forced;
table publications.choice (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  withheld text not null default ''::text,
  title text not null default ''::text,
  annexes uuid[] not null default '{}'::uuid[],
  chosen_by text not null,
  chosen_at timestamp with time zone not null default now()
) row level security forced;
table publications.confirmation (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  edition text not null,
  confirmed_by uuid not null,
  confirmed_name text not null,
  confirmed_at timestamp with time zone not null
) row level security forced;
table publications.entry (
  tenant_id uuid not null default kernel.tenant_id(),
  slug text not null,
  authority text not null,
  hash text not null,
  stage text not null,
  title text not null,
  organ text not null,
  organ_kind text not null,
  day date not null,
  number text not null,
  subject text,
  people text[] not null default '{}'::text[],
  places text[] not null default '{}'::text[],
  body text not null,
  words tsvector not null,
  published_at timestamp with time zone not null,
  meeting text,
  outcome text,
  yes integer,
  no integer
) row level security;
table publications.file (
  tenant_id uuid not null default kernel.tenant_id(),
  annex_id uuid not null,
  source_hash text not null,
  state text not null default 'reading'::text,
  refusal text,
  pages integer not null default 0,
  unread integer[] not null default '{}'::integer[],
  unseen integer not null default 0,
  found jsonb not null default '[]'::jsonb,
  masked jsonb not null default '[]'::jsonb,
  words text[] not null default '{}'::text[],
  title text not null default ''::text,
  looked boolean not null default false,
  judged_by text,
  judged_at timestamp with time zone,
  hash text,
  preview text,
  type text,
  size bigint,
  made_title text,
  nowhere text[] not null default '{}'::text[]
) row level security forced;
table publications.judgement (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  words text not null,
  kind text not null,
  verdict text not null,
  judged_by uuid not null,
  judged_name text not null,
  judged_at timestamp with time zone not null
) row level security forced;
table publications.line (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  item_id uuid not null,
  stands boolean not null
) row level security forced;
table publications.reading (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  fingerprint text not null,
  found jsonb not null,
  too_long boolean not null
) row level security forced;
table publications.rule (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  projects text not null,
  decisions text not null,
  since text not null,
  names boolean not null default false,
  judged boolean not null default true,
  second_look boolean not null default false
) row level security forced;
table publications.video (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  address text not null
) row level security forced;

-- constraints
publications.agenda agenda_pkey PRIMARY KEY (tenant_id, slug);
publications.agenda agenda_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])));
publications.agenda agenda_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES commons.publication(tenant_id, hash);
publications.authority authority_pkey PRIMARY KEY (tenant_id);
publications.changed changed_check CHECK (((hash IS NULL) = (said IS NOT NULL)));
publications.changed changed_pkey PRIMARY KEY (tenant_id, publisher, slug);
publications.changed changed_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES commons.publication(tenant_id, hash);
publications.choice choice_pkey PRIMARY KEY (tenant_id, item_id);
publications.choice choice_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
publications.confirmation confirmation_pkey PRIMARY KEY (tenant_id, item_id);
publications.confirmation confirmation_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
publications.entry entry_pkey PRIMARY KEY (tenant_id, slug);
publications.entry entry_stage_check CHECK ((stage = ANY (ARRAY['project'::text, 'decision'::text])));
publications.entry entry_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES commons.publication(tenant_id, hash);
publications.file file_check CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)));
publications.file file_check1 CHECK (((state <> 'ready'::text) OR ((hash IS NOT NULL) AND (preview IS NOT NULL) AND (type IS NOT NULL) AND (size IS NOT NULL))));
publications.file file_pkey PRIMARY KEY (tenant_id, annex_id);
publications.file file_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'asks'::text, 'making'::text, 'ready'::text, 'refused'::text])));
publications.file file_tenant_id_annex_id_fkey FOREIGN KEY (tenant_id, annex_id) REFERENCES commons.annex(tenant_id, id) ON DELETE CASCADE;
publications.file file_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
publications.file file_tenant_id_preview_fkey FOREIGN KEY (tenant_id, preview) REFERENCES kernel.file(tenant_id, hash);
publications.judgement judgement_pkey PRIMARY KEY (tenant_id, item_id, words);
publications.judgement judgement_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
publications.judgement judgement_verdict_check CHECK ((verdict = ANY (ARRAY['masked'::text, 'kept'::text])));
publications.judgement judgement_words_check CHECK (((char_length(words) >= 1) AND (char_length(words) <= 500)));
publications.line line_pkey PRIMARY KEY (tenant_id, meeting_id, item_id);
publications.line line_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
publications.line line_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
publications.reading reading_pkey PRIMARY KEY (tenant_id, item_id);
publications.reading reading_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
publications.rule rule_decisions_check CHECK ((decisions = ANY (ARRAY['no'::text, 'titles'::text, 'whole'::text])));
publications.rule rule_pkey PRIMARY KEY (tenant_id, id);
publications.rule rule_projects_check CHECK ((projects = ANY (ARRAY['no'::text, 'titles'::text, 'whole'::text])));
publications.rule rule_since_check CHECK ((since = ANY (ARRAY['closed'::text, 'approved'::text])));
publications.rule rule_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
publications.rule rule_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
publications.rule rule_tenant_id_organ_id_key UNIQUE (tenant_id, organ_id);
publications.video video_address_check CHECK (((char_length(address) <= 500) AND (address ~~ 'https://%'::text)));
publications.video video_pkey PRIMARY KEY (tenant_id, meeting_id);
publications.video video_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX agenda_authority ON publications.agenda USING btree (starts_at, authority) WHERE (state = 'planned'::text);
CREATE INDEX agenda_latest ON publications.agenda USING btree (starts_at DESC, authority, slug);
CREATE UNIQUE INDEX agenda_pkey ON publications.agenda USING btree (tenant_id, slug);
CREATE UNIQUE INDEX authority_pkey ON publications.authority USING btree (tenant_id);
CREATE INDEX changed_in_turn ON publications.changed USING btree (turn, authority, publisher, slug);
CREATE UNIQUE INDEX changed_pkey ON publications.changed USING btree (tenant_id, publisher, slug);
CREATE UNIQUE INDEX choice_pkey ON publications.choice USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX confirmation_pkey ON publications.confirmation USING btree (tenant_id, item_id);
CREATE INDEX entry_day ON publications.entry USING btree (tenant_id, day DESC, slug);
CREATE INDEX entry_latest ON publications.entry USING btree (day DESC, authority, slug);
CREATE INDEX entry_of_meeting ON publications.entry USING btree (authority, meeting);
CREATE INDEX entry_organ ON publications.entry USING btree (organ, day DESC, authority, slug);
CREATE INDEX entry_people ON publications.entry USING gin (people);
CREATE UNIQUE INDEX entry_pkey ON publications.entry USING btree (tenant_id, slug);
CREATE INDEX entry_places ON publications.entry USING gin (places);
CREATE INDEX entry_published ON publications.entry USING btree (tenant_id, published_at DESC, slug);
CREATE INDEX entry_subject ON publications.entry USING btree (subject, day DESC, authority, slug);
CREATE INDEX entry_words ON publications.entry USING gin (words);
CREATE UNIQUE INDEX file_pkey ON publications.file USING btree (tenant_id, annex_id);
CREATE INDEX file_waiting ON publications.file USING btree (tenant_id, annex_id) WHERE (state = ANY (ARRAY['reading'::text, 'making'::text]));
CREATE UNIQUE INDEX judgement_pkey ON publications.judgement USING btree (tenant_id, item_id, words);
CREATE INDEX line_item ON publications.line USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX line_pkey ON publications.line USING btree (tenant_id, meeting_id, item_id);
CREATE UNIQUE INDEX reading_pkey ON publications.reading USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX rule_pkey ON publications.rule USING btree (tenant_id, id);
CREATE UNIQUE INDEX rule_tenant_id_organ_id_key ON publications.rule USING btree (tenant_id, organ_id);
CREATE UNIQUE INDEX video_pkey ON publications.video USING btree (tenant_id, meeting_id);

-- policies
publications.agenda everybody r to beffroi_public using ((NULLIF(current_setting('app.tenant'::text, true), ''::text) IS NULL) AND (authority IN ( SELECT publications.seen() AS seen))) check -;
publications.agenda tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.authority everybody r to beffroi_public using ((NULLIF(current_setting('app.tenant'::text, true), ''::text) IS NULL) AND (slug IN ( SELECT publications.seen() AS seen))) check -;
publications.authority tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.changed everybody r to beffroi_public using (NULLIF(current_setting('app.tenant'::text, true), ''::text) IS NULL) check -;
publications.changed tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.choice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.confirmation tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.entry everybody r to beffroi_public using ((NULLIF(current_setting('app.tenant'::text, true), ''::text) IS NULL) AND (authority IN ( SELECT publications.seen() AS seen))) check -;
publications.entry tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.file tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.judgement tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.line tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.reading tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.rule tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publications.video tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
publications.agenda to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.authority to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.changed to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.choice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.confirmation to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.entry to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.file to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.judgement to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.line to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.reading to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.rule to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publications.video to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- column grants
publications.agenda to beffroi_public: SELECT (slug, authority, hash, title, organ, organ_kind, starts_at, place, state, points);
publications.authority to beffroi_public: SELECT (slug, name, short_name, kind, host, decisions, projects, since, language, lies_at);
publications.changed to beffroi_public: SELECT (publisher, slug, authority, hash, said, changed_at, turn);
publications.entry to beffroi_public: SELECT (slug, authority, hash, stage, title, organ, organ_kind, day, number, subject, people, places, body, words, published_at, meeting, outcome, yes, no);

-- triggers
CREATE TRIGGER take_turn BEFORE INSERT OR UPDATE ON publications.changed FOR EACH ROW EXECUTE FUNCTION publications.take_turn();
