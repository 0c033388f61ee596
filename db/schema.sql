-- schemas
create schema accountability;
create schema commons;
create schema deliberations;
create schema ecomptes;
create schema kernel;
create schema plonemeeting;
create schema strategy;

-- extensions
create extension btree_gin with schema kernel;
create extension pg_trgm with schema kernel;
create extension unaccent with schema kernel;

-- functions
CREATE OR REPLACE FUNCTION commons.keep_awaited()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from commons.awaited
  where tenant_id = new.tenant_id and dossier_id = new.id and principal <> all (new.awaits);
  insert into commons.awaited (tenant_id, principal, dossier_id)
  select new.tenant_id, unnest(new.awaits), new.id on conflict do nothing;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION commons.keep_publication()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - '{withdrawn_at,withdrawal_reason}'::text[]
      = to_jsonb(old) - '{withdrawn_at,withdrawal_reason}'::text[]
  then
    return new;
  end if;
  raise exception 'A publication is withdrawn once, and never changed or erased'
    using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION kernel.enqueue(task text, data json, who json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  if kernel.tenant_id() is null then
    raise exception 'a job needs an authority';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object('tenant', kernel.tenant_id(), 'who', who, 'data', data),
    job_key := job_key,
    max_attempts := 8);
end $function$
;
CREATE OR REPLACE FUNCTION kernel.forget_dossier(subject uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 DELETE FROM kernel.search_entry
   WHERE ((search_entry.tenant_id = kernel.tenant_id()) AND (search_entry.subject_id = forget_dossier.subject));
END
;
CREATE OR REPLACE FUNCTION kernel.index_dossier(subject uuid, kind text, title text, reference text, body text, readers text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 INSERT INTO kernel.search_entry (subject_id, kind, title, reference, readers, words)
   VALUES (index_dossier.subject, index_dossier.kind, index_dossier.title, index_dossier.reference, index_dossier.readers, (((setweight(to_tsvector('kernel.french'::regconfig, index_dossier.title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, index_dossier.reference), 'A'::"char")) || setweight(kernel.whole_words(((index_dossier.title || ' '::text) || index_dossier.reference)), 'B'::"char")) || setweight(to_tsvector('kernel.french'::regconfig, "left"(index_dossier.body, 400000)), 'C'::"char"))) ON CONFLICT(tenant_id, subject_id) DO UPDATE SET title = excluded.title, reference = excluded.reference, readers = excluded.readers, words = excluded.words, changed_at = now();
END
;
CREATE OR REPLACE FUNCTION kernel.isolate(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
    target);
  execute format('alter table %s alter column tenant_id set default kernel.tenant_id()', target);
  execute format('grant select, insert, update, delete on %s to beffroi_app', target);
end $function$
;
CREATE OR REPLACE FUNCTION kernel.isolate_append_only(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform kernel.isolate(target);
  execute format('revoke update, delete on %s from beffroi_app', target);
end $function$
;
CREATE OR REPLACE FUNCTION kernel.own_query(authority uuid, query tsquery)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
RETURN (regexp_replace(regexp_replace((query)::text, '<(-|\d+)>'::text, '&'::text, 'g'::text), '''((?:[^'']|'''')+)'''::text, ((''''::text || "right"((authority)::text, 8)) || '\1'''::text), 'g'::text))::tsquery
;
CREATE OR REPLACE FUNCTION kernel.own_words(authority uuid, words tsvector)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 1000
 SET search_path TO 'pg_catalog'
RETURN array_to_tsvector(ARRAY(SELECT ("right"((own_words.authority)::text, 8) || lexeme.lexeme) FROM unnest(tsvector_to_array(own_words.words)) lexeme(lexeme)))
;
CREATE OR REPLACE FUNCTION kernel.search(query text, principals text[], most integer)
 RETURNS TABLE(subject_id uuid, kind text, title text, reference text, changed_at timestamp with time zone, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  authority uuid := kernel.tenant_id();
  last_word text := substring(kernel.unaccent(lower(query)) from '([[:alnum:]]+)\s*$');
  wanted tsquery := websearch_to_tsquery('kernel.french', query);
  frequent boolean;
begin
  if authority is null then return; end if;
  if last_word is not null and query !~ '(^|\s)-\S*\s*$' then
    wanted := wanted || (
      websearch_to_tsquery('kernel.french', regexp_replace(query, '[[:alnum:]]+\s*$', ''))
      && to_tsquery('simple', last_word || ':*'));
  end if;
  if numnode(wanted) = 0 then return; end if;
  select count(*) >= 5 into frequent from (
    select e.words from kernel.search_entry e where e.tenant_id = authority
    order by e.changed_at desc limit 100) as latest
  where latest.words @@ wanted;
  return query
    select e.subject_id, e.kind, e.title, e.reference, e.changed_at, ts_rank(e.words, wanted) as rank
    from (
      select * from (
        select * from kernel.search_entry s where frequent and s.tenant_id = authority
        order by s.changed_at desc limit 2000) as latest
      where latest.words @@ wanted
        and (latest.readers && principals or 'system' = any (principals))
      union all
      -- `is true` keeps the planner from reading the index of time too, for all of the authority.
      (select * from kernel.search_entry s
      where not frequent
        and kernel.own_words(s.tenant_id, s.words) @@ kernel.own_query(authority, wanted)
        and (s.tenant_id = authority) is true and s.words @@ wanted
        and (s.readers && principals or 'system' = any (principals))
      order by s.changed_at desc limit 200)) as e
    order by rank desc, e.changed_at desc, e.subject_id
    limit least(most, 200);
end $function$
;
CREATE OR REPLACE FUNCTION kernel.tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid
;
CREATE OR REPLACE FUNCTION kernel.whole_words(text text)
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'kernel'
RETURN to_tsvector('simple'::regconfig, regexp_replace(kernel.unaccent(lower(text)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))
;
CREATE OR REPLACE FUNCTION strategy.check_weights()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  child uuid := coalesce(new.child_id, old.child_id);
  total integer;
begin
  select sum(weight) into total from strategy.placement
  where tenant_id = coalesce(new.tenant_id, old.tenant_id) and child_id = child;
  if total <> 10000 then
    raise exception 'the weights of % add up to %, not to 10000', child, total;
  end if;
  return null;
end $function$
;

-- tables
table accountability.submission (
  tenant_id uuid not null default kernel.tenant_id(),
  version_id uuid not null,
  item_id uuid not null
) row level security forced;
table accountability.version (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  purpose text not null,
  report text not null default ''::text,
  content jsonb not null,
  hash text not null,
  frozen_on date not null,
  frozen_at timestamp with time zone not null default now(),
  frozen_by text not null
) row level security forced;
table commons.annex (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  title text not null,
  file_name text not null,
  content_type text not null,
  hash text not null,
  size bigint not null,
  added_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone
) row level security forced;
table commons.awaited (
  tenant_id uuid not null default kernel.tenant_id(),
  principal text not null,
  dossier_id uuid not null
) row level security forced;
table commons.document (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  template text not null,
  title text not null,
  file_name text not null,
  state text not null default 'pending'::text,
  hash text,
  size bigint,
  reason text,
  asked_by text not null,
  asked_at timestamp with time zone not null default now(),
  made_at timestamp with time zone,
  format text not null default 'pdf'::text
) row level security forced;
table commons.dossier (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  reference text not null default ''::text,
  title text not null,
  state text not null,
  service_id uuid,
  readers text[] not null,
  awaits text[] not null default '{}'::text[],
  due_on date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now()
) row level security forced;
table commons.external_id (
  tenant_id uuid not null default kernel.tenant_id(),
  source text not null,
  external_id text not null,
  dossier_id uuid not null,
  content_hash text not null
) row level security forced;
table commons.import_draft (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  files jsonb not null,
  answers jsonb not null,
  created_by uuid not null,
  expires_at timestamp with time zone not null default (now() + '2 days'::interval)
) row level security forced;
table commons.indicator (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  label text not null,
  unit text not null default ''::text,
  source text not null default ''::text,
  direction text not null,
  baseline double precision
) row level security forced;
table commons.indicator_target (
  tenant_id uuid not null default kernel.tenant_id(),
  indicator_id uuid not null,
  year integer not null,
  value double precision not null
) row level security forced;
table commons.legal_rule (
  id bigint not null,
  key text not null,
  article text not null,
  organ_kind text,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  verified boolean not null default false,
  source text not null
);
table commons.mandate (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  title text not null,
  valid_from date not null,
  valid_to date
) row level security forced;
table commons.measure (
  tenant_id uuid not null default kernel.tenant_id(),
  indicator_id uuid not null,
  measured_on date not null,
  value double precision not null,
  note text not null default ''::text,
  noted_by text not null
) row level security forced;
table commons.membership (
  tenant_id uuid not null default kernel.tenant_id(),
  service_id uuid not null,
  person_id uuid not null,
  function text not null
) row level security forced;
table commons.person (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  civility text not null default ''::text,
  first_name text not null,
  last_name text not null
) row level security forced;
table commons.publication (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  publisher text not null,
  subject_id uuid not null,
  slug text not null,
  number integer not null,
  title text not null,
  content jsonb not null,
  hash text not null,
  previous_hash text,
  published_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text
) row level security forced;
table commons.role_grant (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  role text not null
) row level security forced;
table commons.saved_view (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  list text not null,
  name text not null,
  query text not null,
  person_id uuid not null,
  shared boolean not null default false,
  position integer not null
) row level security forced;
table commons.service (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  position integer not null default 0,
  parent_id uuid,
  closed_on date
) row level security forced;
table commons.term (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  vocabulary text not null,
  name text not null,
  grouping text not null default ''::text,
  position integer not null,
  hidden boolean not null default false
) row level security forced;
table deliberations.attendance (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  seat_id uuid not null,
  status text not null
) row level security forced;
table deliberations.ballot (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  seat_id uuid not null,
  choice text not null
) row level security forced;
table deliberations.item (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  meeting_id uuid,
  position integer,
  list_type text not null default 'normal'::text,
  privacy text not null default 'public'::text,
  poll_type text not null default 'freehand'::text,
  category_id uuid,
  motivation text not null default ''::text,
  decision text not null default ''::text,
  decided_at timestamp with time zone
) row level security forced;
table deliberations.meeting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  starts_at timestamp with time zone not null,
  place text not null default ''::text,
  number integer,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  assembly text not null default ''::text
) row level security forced;
table deliberations.organ (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  name text not null,
  acronym text not null,
  speaks_as text not null,
  insertion jsonb not null,
  position integer not null default 0
) row level security forced;
table deliberations.seat (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  person_id uuid not null,
  part text not null,
  title text not null,
  position integer not null,
  valid_from date not null,
  valid_to date
) row level security forced;
table deliberations.vote (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  secret boolean not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  blank integer not null default 0,
  invalid integer not null default 0,
  outcome text not null,
  article text not null
) row level security forced;
table ecomptes.article (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  exercise integer not null,
  service text not null,
  type text not null,
  code text not null,
  label text not null,
  cents bigint not null
) row level security forced;
table ecomptes.department (
  tenant_id uuid not null default kernel.tenant_id(),
  name text not null,
  service_id uuid not null
) row level security forced;
table ecomptes.projection (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  service text not null,
  type text not null,
  economic_group text not null,
  label text not null,
  amounts jsonb not null
) row level security forced;
table kernel.account (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  principals text[] not null default '{}'::text[],
  disabled_at timestamp with time zone
) row level security forced;
table kernel.audit (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  action text not null,
  actor_id uuid,
  actor_name text not null,
  address text,
  subject text,
  at timestamp with time zone not null default now()
) row level security forced;
table kernel.event (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  type text not null,
  subject_id uuid,
  actor_id uuid,
  actor_name text not null,
  at timestamp with time zone not null default now(),
  data jsonb not null default '{}'::jsonb
) row level security forced;
table kernel.file (
  tenant_id uuid not null default kernel.tenant_id(),
  hash text not null,
  size bigint not null,
  created_at timestamp with time zone not null default now()
) row level security forced;
table kernel.host (
  name text not null,
  tenant_id uuid not null
);
table kernel.migration (
  folder text not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default now()
);
table kernel.search_entry (
  tenant_id uuid not null default kernel.tenant_id(),
  subject_id uuid not null,
  kind text not null,
  title text not null,
  reference text not null default ''::text,
  changed_at timestamp with time zone not null default now(),
  readers text[] not null,
  words tsvector not null
) row level security;
table kernel.session (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
) row level security forced;
table kernel.tenant (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  address text[] not null default '{}'::text[],
  hue smallint not null default 235,
  arms text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  languages text[] not null default '{fr,en}'::text[]
);
table plonemeeting.mapping (
  tenant_id uuid not null default kernel.tenant_id(),
  what text not null,
  token text not null,
  local_id uuid not null
) row level security forced;
table strategy.budget_line (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  source_id uuid not null,
  year integer not null,
  cents bigint not null,
  comment text not null default ''::text
) row level security forced;
table strategy.element (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  plan_id uuid not null,
  level text not null,
  number integer,
  nature text,
  body text,
  description text not null default ''::text,
  comments text not null default ''::text,
  observation text not null default ''::text,
  budget_comments text not null default ''::text,
  priority smallint,
  categories uuid[] not null default '{}'::uuid[],
  plans uuid[] not null default '{}'::uuid[],
  sdgs smallint[] not null default '{}'::smallint[],
  partners text[] not null default '{}'::text[],
  planned_begin date,
  effective_begin date,
  effective_end date,
  progress smallint,
  progress_reason text not null default ''::text,
  effort smallint not null default 1,
  health text,
  health_reason text not null default ''::text,
  fte double precision not null default 0,
  remark text not null default ''::text,
  editors text[] not null default '{}'::text[],
  viewers text[] not null default '{}'::text[],
  bearers text[] not null default '{}'::text[],
  exchange_id text not null,
  exercise integer not null,
  carried_from uuid,
  archived boolean not null default false
) row level security forced;
table strategy.placement (
  tenant_id uuid not null default kernel.tenant_id(),
  child_id uuid not null,
  parent_id uuid not null,
  plan_id uuid not null,
  position integer not null,
  weight integer not null
) row level security forced;
table strategy.plan (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  designated_on date,
  first_year integer not null,
  last_year integer not null,
  exercise integer not null,
  body text not null,
  nis integer not null,
  numbering text not null default 'sequence'::text,
  counted text[] not null,
  fields jsonb not null default '{}'::jsonb,
  last_number integer not null default 0,
  exchange_id text not null,
  previous_id uuid
) row level security forced;
table strategy.responsibility (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  part text not null,
  service_id uuid,
  person_id uuid,
  civility text not null default ''::text,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text
) row level security forced;

-- constraints
accountability.submission submission_pkey PRIMARY KEY (tenant_id, item_id);
accountability.submission submission_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id);
accountability.submission submission_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES accountability.version(tenant_id, id);
accountability.version version_pkey PRIMARY KEY (tenant_id, id);
accountability.version version_purpose_check CHECK ((purpose = ANY (ARRAY['presentation'::text, 'update'::text, 'midterm'::text, 'final'::text])));
accountability.version version_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES strategy.plan(tenant_id, id);
commons.annex annex_pkey PRIMARY KEY (tenant_id, id);
commons.annex annex_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.annex annex_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
commons.awaited awaited_pkey PRIMARY KEY (tenant_id, principal, dossier_id);
commons.awaited awaited_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.document document_check CHECK (((state = 'ready'::text) = (hash IS NOT NULL)));
commons.document document_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'ods'::text])));
commons.document document_pkey PRIMARY KEY (tenant_id, id);
commons.document document_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'ready'::text, 'failed'::text])));
commons.document document_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.document document_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
commons.dossier dossier_pkey PRIMARY KEY (tenant_id, id);
commons.dossier dossier_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.external_id external_id_pkey PRIMARY KEY (tenant_id, source, external_id);
commons.external_id external_id_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.import_draft import_draft_pkey PRIMARY KEY (tenant_id, id);
commons.indicator indicator_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text])));
commons.indicator indicator_pkey PRIMARY KEY (tenant_id, id);
commons.indicator indicator_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.indicator_target indicator_target_pkey PRIMARY KEY (tenant_id, indicator_id, year);
commons.indicator_target indicator_target_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES commons.indicator(tenant_id, id) ON DELETE CASCADE;
commons.legal_rule legal_rule_check CHECK ((valid_to > valid_from));
commons.legal_rule legal_rule_key_organ_kind_valid_from_key UNIQUE NULLS NOT DISTINCT (key, organ_kind, valid_from);
commons.legal_rule legal_rule_pkey PRIMARY KEY (id);
commons.legal_rule legal_rule_value_check CHECK (((value ->> 'kind'::text) IS NOT NULL));
commons.mandate mandate_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
commons.mandate mandate_pkey PRIMARY KEY (tenant_id, id);
commons.mandate mandate_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.measure measure_pkey PRIMARY KEY (tenant_id, indicator_id, measured_on);
commons.measure measure_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES commons.indicator(tenant_id, id) ON DELETE CASCADE;
commons.membership membership_function_check CHECK ((function = ANY (ARRAY['editor'::text, 'head'::text, 'observer'::text])));
commons.membership membership_pkey PRIMARY KEY (tenant_id, service_id, person_id, function);
commons.membership membership_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.membership membership_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.person person_civility_check CHECK ((civility = ANY (ARRAY[''::text, 'mr'::text, 'mrs'::text])));
commons.person person_pkey PRIMARY KEY (tenant_id, id);
commons.publication publication_check CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)));
commons.publication publication_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
commons.publication publication_number_check CHECK ((number > 0));
commons.publication publication_pkey PRIMARY KEY (tenant_id, id);
commons.publication publication_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
commons.publication publication_tenant_id_hash_key UNIQUE (tenant_id, hash);
commons.publication publication_tenant_id_previous_hash_fkey FOREIGN KEY (tenant_id, previous_hash) REFERENCES commons.publication(tenant_id, hash);
commons.publication publication_tenant_id_previous_hash_key UNIQUE NULLS NOT DISTINCT (tenant_id, previous_hash);
commons.publication publication_tenant_id_publisher_slug_number_key UNIQUE (tenant_id, publisher, slug, number);
commons.publication publication_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES commons.dossier(tenant_id, id);
commons.role_grant role_grant_pkey PRIMARY KEY (tenant_id, person_id, role);
commons.role_grant role_grant_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'secretariat'::text, 'director_general'::text, 'coordinator'::text, 'mayor'::text, 'councillor'::text, 'administrator'::text])));
commons.role_grant role_grant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.saved_view saved_view_pkey PRIMARY KEY (tenant_id, id);
commons.saved_view saved_view_tenant_id_list_person_id_name_key UNIQUE (tenant_id, list, person_id, name);
commons.saved_view saved_view_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.service service_pkey PRIMARY KEY (tenant_id, id);
commons.service service_tenant_id_name_key UNIQUE (tenant_id, name);
commons.service service_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES commons.service(tenant_id, id);
commons.term term_pkey PRIMARY KEY (tenant_id, id);
commons.term term_tenant_id_vocabulary_name_key UNIQUE (tenant_id, vocabulary, name);
deliberations.attendance attendance_pkey PRIMARY KEY (tenant_id, meeting_id, seat_id);
deliberations.attendance attendance_status_check CHECK ((status = ANY (ARRAY['present'::text, 'excused'::text, 'absent'::text])));
deliberations.attendance attendance_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
deliberations.attendance attendance_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES deliberations.seat(tenant_id, id);
deliberations.ballot ballot_choice_check CHECK ((choice = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text])));
deliberations.ballot ballot_pkey PRIMARY KEY (tenant_id, item_id, seat_id);
deliberations.ballot ballot_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
deliberations.ballot ballot_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES deliberations.seat(tenant_id, id);
deliberations.item item_check CHECK (((meeting_id IS NULL) = ("position" IS NULL)));
deliberations.item item_list_type_check CHECK ((list_type = ANY (ARRAY['normal'::text, 'late'::text])));
deliberations.item item_pkey PRIMARY KEY (tenant_id, id);
deliberations.item item_poll_type_check CHECK ((poll_type = ANY (ARRAY['freehand'::text, 'secret'::text, 'no_vote'::text])));
deliberations.item item_privacy_check CHECK ((privacy = ANY (ARRAY['public'::text, 'secret'::text])));
deliberations.item item_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES commons.term(tenant_id, id);
deliberations.item item_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
deliberations.item item_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
deliberations.item item_tenant_id_meeting_id_position_key UNIQUE (tenant_id, meeting_id, "position") DEFERRABLE INITIALLY DEFERRED;
deliberations.item item_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES deliberations.organ(tenant_id, id);
deliberations.meeting meeting_pkey PRIMARY KEY (tenant_id, id);
deliberations.meeting meeting_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
deliberations.meeting meeting_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES deliberations.organ(tenant_id, id);
deliberations.meeting meeting_tenant_id_organ_id_starts_at_key UNIQUE (tenant_id, organ_id, starts_at);
deliberations.organ organ_pkey PRIMARY KEY (tenant_id, id);
deliberations.organ organ_tenant_id_acronym_key UNIQUE (tenant_id, acronym);
deliberations.seat seat_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
deliberations.seat seat_part_check CHECK ((part = ANY (ARRAY['president'::text, 'member'::text, 'secretary'::text])));
deliberations.seat seat_pkey PRIMARY KEY (tenant_id, id);
deliberations.seat seat_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES deliberations.organ(tenant_id, id);
deliberations.seat seat_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
deliberations.vote vote_abstain_check CHECK ((abstain >= 0));
deliberations.vote vote_blank_check CHECK ((blank >= 0));
deliberations.vote vote_invalid_check CHECK ((invalid >= 0));
deliberations.vote vote_no_check CHECK ((no >= 0));
deliberations.vote vote_outcome_check CHECK ((outcome = ANY (ARRAY['adopted'::text, 'minority'::text, 'tie'::text, 'tie_postponed'::text, 'no_vote_cast'::text])));
deliberations.vote vote_pkey PRIMARY KEY (tenant_id, item_id);
deliberations.vote vote_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
deliberations.vote vote_yes_check CHECK ((yes >= 0));
ecomptes.article article_pkey PRIMARY KEY (tenant_id, id);
ecomptes.article article_service_check CHECK ((service = ANY (ARRAY['O'::text, 'E'::text])));
ecomptes.article article_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id);
ecomptes.article article_type_check CHECK ((type = ANY (ARRAY['R'::text, 'D'::text])));
ecomptes.department department_pkey PRIMARY KEY (tenant_id, name);
ecomptes.department department_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
ecomptes.projection projection_pkey PRIMARY KEY (tenant_id, id);
ecomptes.projection projection_service_check CHECK ((service = ANY (ARRAY['O'::text, 'E'::text])));
ecomptes.projection projection_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id);
ecomptes.projection projection_type_check CHECK ((type = ANY (ARRAY['R'::text, 'D'::text])));
kernel.account account_is_a_person CHECK ((NOT ('system'::text = ANY (principals))));
kernel.account account_login_check CHECK ((login = lower(login)));
kernel.account account_pkey PRIMARY KEY (tenant_id, id);
kernel.account account_tenant_id_login_key UNIQUE (tenant_id, login);
kernel.audit audit_pkey PRIMARY KEY (tenant_id, id);
kernel.event event_pkey PRIMARY KEY (tenant_id, id);
kernel.file file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
kernel.file file_pkey PRIMARY KEY (tenant_id, hash);
kernel.host host_name_check CHECK ((name = lower(name)));
kernel.host host_pkey PRIMARY KEY (name);
kernel.host host_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);
kernel.migration migration_pkey PRIMARY KEY (folder, name);
kernel.search_entry search_entry_pkey PRIMARY KEY (tenant_id, subject_id);
kernel.session session_pkey PRIMARY KEY (tenant_id, token_hash);
kernel.session session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.tenant tenant_hue_check CHECK (((hue >= 0) AND (hue <= 359)));
kernel.tenant tenant_languages_check CHECK ((cardinality(languages) > 0));
kernel.tenant tenant_pkey PRIMARY KEY (id);
kernel.tenant tenant_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
kernel.tenant tenant_slug_key UNIQUE (slug);
plonemeeting.mapping mapping_pkey PRIMARY KEY (tenant_id, what, token);
plonemeeting.mapping mapping_what_check CHECK ((what = ANY (ARRAY['category'::text, 'service'::text])));
strategy.budget_line budget_line_pkey PRIMARY KEY (tenant_id, id);
strategy.budget_line budget_line_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id) ON DELETE CASCADE;
strategy.budget_line budget_line_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES commons.term(tenant_id, id);
strategy.element element_body_check CHECK ((body = ANY (ARRAY['commune'::text, 'cpas'::text])));
strategy.element element_check CHECK (((level = 'volet'::text) = (nature IS NOT NULL)));
strategy.element element_effort_check CHECK (((effort >= 0) AND (effort <= 100)));
strategy.element element_fte_check CHECK ((fte >= (0)::double precision));
strategy.element element_health_check CHECK ((health = ANY (ARRAY['good'::text, 'risk'::text, 'blocked'::text, 'paused'::text])));
strategy.element element_level_check CHECK ((level = ANY (ARRAY['volet'::text, 'strategic'::text, 'operational'::text, 'action'::text, 'sub_action'::text, 'task'::text])));
strategy.element element_nature_check CHECK ((nature = ANY (ARRAY['internal'::text, 'external'::text])));
strategy.element element_pkey PRIMARY KEY (tenant_id, id);
strategy.element element_priority_check CHECK (((priority >= 0) AND (priority <= 2)));
strategy.element element_progress_check CHECK (((progress >= 0) AND (progress <= 100)));
strategy.element element_sdgs_check CHECK ((sdgs <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17}'::smallint[]));
strategy.element element_tenant_id_carried_from_fkey FOREIGN KEY (tenant_id, carried_from) REFERENCES strategy.element(tenant_id, id);
strategy.element element_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
strategy.element element_tenant_id_plan_id_exchange_id_key UNIQUE (tenant_id, plan_id, exchange_id);
strategy.element element_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES strategy.plan(tenant_id, id);
strategy.placement check_weights TRIGGER DEFERRABLE INITIALLY DEFERRED;
strategy.placement placement_check CHECK ((child_id <> parent_id));
strategy.placement placement_pkey PRIMARY KEY (tenant_id, child_id, parent_id);
strategy.placement placement_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES strategy.element(tenant_id, id) ON DELETE CASCADE;
strategy.placement placement_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES strategy.element(tenant_id, id);
strategy.placement placement_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES strategy.plan(tenant_id, id);
strategy.placement placement_weight_check CHECK (((weight >= 0) AND (weight <= 10000)));
strategy.plan plan_body_check CHECK ((body = ANY (ARRAY['commune'::text, 'cpas'::text, 'shared'::text])));
strategy.plan plan_check CHECK (((ends_on > starts_on) AND (last_year >= first_year)));
strategy.plan plan_numbering_check CHECK ((numbering = ANY (ARRAY['sequence'::text, 'outline'::text])));
strategy.plan plan_pkey PRIMARY KEY (tenant_id, id);
strategy.plan plan_tenant_id_exchange_id_key UNIQUE (tenant_id, exchange_id);
strategy.plan plan_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
strategy.plan plan_tenant_id_previous_id_fkey FOREIGN KEY (tenant_id, previous_id) REFERENCES strategy.plan(tenant_id, id);
strategy.responsibility responsibility_check CHECK ((num_nonnulls(service_id, person_id, NULLIF(last_name, ''::text)) = 1));
strategy.responsibility responsibility_civility_check CHECK ((civility = ANY (ARRAY[''::text, 'mr'::text, 'mrs'::text])));
strategy.responsibility responsibility_part_check CHECK ((part = ANY (ARRAY['manager'::text, 'mandatary'::text, 'administrator'::text, 'bearer'::text, 'concerned'::text])));
strategy.responsibility responsibility_pkey PRIMARY KEY (tenant_id, id);
strategy.responsibility responsibility_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id) ON DELETE CASCADE;
strategy.responsibility responsibility_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
strategy.responsibility responsibility_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX submission_pkey ON accountability.submission USING btree (tenant_id, item_id);
CREATE INDEX submission_version ON accountability.submission USING btree (tenant_id, version_id, item_id);
CREATE UNIQUE INDEX version_pkey ON accountability.version USING btree (tenant_id, id);
CREATE INDEX version_plan ON accountability.version USING btree (tenant_id, plan_id, id);
CREATE INDEX annex_dossier ON commons.annex USING btree (tenant_id, dossier_id, id);
CREATE UNIQUE INDEX annex_pkey ON commons.annex USING btree (tenant_id, id);
CREATE INDEX awaited_dossier ON commons.awaited USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX awaited_pkey ON commons.awaited USING btree (tenant_id, principal, dossier_id);
CREATE INDEX document_dossier ON commons.document USING btree (tenant_id, dossier_id, id DESC);
CREATE UNIQUE INDEX document_pkey ON commons.document USING btree (tenant_id, id);
CREATE INDEX dossier_list ON commons.dossier USING btree (tenant_id, kind, changed_at DESC, id DESC);
CREATE UNIQUE INDEX dossier_pkey ON commons.dossier USING btree (tenant_id, id);
CREATE INDEX dossier_service ON commons.dossier USING btree (tenant_id, service_id, kind, changed_at DESC, id DESC);
CREATE INDEX dossier_state ON commons.dossier USING btree (tenant_id, kind, state, changed_at DESC, id DESC);
CREATE INDEX external_id_dossier ON commons.external_id USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX external_id_pkey ON commons.external_id USING btree (tenant_id, source, external_id);
CREATE UNIQUE INDEX import_draft_pkey ON commons.import_draft USING btree (tenant_id, id);
CREATE INDEX indicator_dossier ON commons.indicator USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX indicator_pkey ON commons.indicator USING btree (tenant_id, id);
CREATE UNIQUE INDEX indicator_target_pkey ON commons.indicator_target USING btree (tenant_id, indicator_id, year);
CREATE UNIQUE INDEX legal_rule_key_organ_kind_valid_from_key ON commons.legal_rule USING btree (key, organ_kind, valid_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX legal_rule_pkey ON commons.legal_rule USING btree (id);
CREATE INDEX mandate_person ON commons.mandate USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX mandate_pkey ON commons.mandate USING btree (tenant_id, id);
CREATE UNIQUE INDEX measure_pkey ON commons.measure USING btree (tenant_id, indicator_id, measured_on);
CREATE INDEX membership_person ON commons.membership USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX membership_pkey ON commons.membership USING btree (tenant_id, service_id, person_id, function);
CREATE UNIQUE INDEX person_pkey ON commons.person USING btree (tenant_id, id);
CREATE UNIQUE INDEX publication_pkey ON commons.publication USING btree (tenant_id, id);
CREATE INDEX publication_subject ON commons.publication USING btree (tenant_id, subject_id, number DESC);
CREATE UNIQUE INDEX publication_tenant_id_hash_key ON commons.publication USING btree (tenant_id, hash);
CREATE UNIQUE INDEX publication_tenant_id_previous_hash_key ON commons.publication USING btree (tenant_id, previous_hash) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX publication_tenant_id_publisher_slug_number_key ON commons.publication USING btree (tenant_id, publisher, slug, number);
CREATE UNIQUE INDEX role_grant_pkey ON commons.role_grant USING btree (tenant_id, person_id, role);
CREATE INDEX saved_view_person ON commons.saved_view USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX saved_view_pkey ON commons.saved_view USING btree (tenant_id, id);
CREATE UNIQUE INDEX saved_view_tenant_id_list_person_id_name_key ON commons.saved_view USING btree (tenant_id, list, person_id, name);
CREATE UNIQUE INDEX service_pkey ON commons.service USING btree (tenant_id, id);
CREATE UNIQUE INDEX service_tenant_id_name_key ON commons.service USING btree (tenant_id, name);
CREATE UNIQUE INDEX term_pkey ON commons.term USING btree (tenant_id, id);
CREATE UNIQUE INDEX term_tenant_id_vocabulary_name_key ON commons.term USING btree (tenant_id, vocabulary, name);
CREATE UNIQUE INDEX attendance_pkey ON deliberations.attendance USING btree (tenant_id, meeting_id, seat_id);
CREATE UNIQUE INDEX ballot_pkey ON deliberations.ballot USING btree (tenant_id, item_id, seat_id);
CREATE UNIQUE INDEX item_pkey ON deliberations.item USING btree (tenant_id, id);
CREATE UNIQUE INDEX item_tenant_id_meeting_id_position_key ON deliberations.item USING btree (tenant_id, meeting_id, "position");
CREATE UNIQUE INDEX meeting_pkey ON deliberations.meeting USING btree (tenant_id, id);
CREATE INDEX meeting_starts ON deliberations.meeting USING btree (tenant_id, starts_at DESC);
CREATE UNIQUE INDEX meeting_tenant_id_organ_id_starts_at_key ON deliberations.meeting USING btree (tenant_id, organ_id, starts_at);
CREATE UNIQUE INDEX organ_pkey ON deliberations.organ USING btree (tenant_id, id);
CREATE UNIQUE INDEX organ_tenant_id_acronym_key ON deliberations.organ USING btree (tenant_id, acronym);
CREATE INDEX seat_organ ON deliberations.seat USING btree (tenant_id, organ_id, "position");
CREATE INDEX seat_person ON deliberations.seat USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX seat_pkey ON deliberations.seat USING btree (tenant_id, id);
CREATE UNIQUE INDEX vote_pkey ON deliberations.vote USING btree (tenant_id, item_id);
CREATE INDEX article_element ON ecomptes.article USING btree (tenant_id, element_id);
CREATE UNIQUE INDEX article_pkey ON ecomptes.article USING btree (tenant_id, id);
CREATE UNIQUE INDEX department_pkey ON ecomptes.department USING btree (tenant_id, name);
CREATE INDEX projection_element ON ecomptes.projection USING btree (tenant_id, element_id);
CREATE UNIQUE INDEX projection_pkey ON ecomptes.projection USING btree (tenant_id, id);
CREATE UNIQUE INDEX account_pkey ON kernel.account USING btree (tenant_id, id);
CREATE UNIQUE INDEX account_tenant_id_login_key ON kernel.account USING btree (tenant_id, login);
CREATE INDEX audit_addresses ON kernel.audit USING btree (tenant_id, address, at) WHERE (action = 'sign_in_refused'::text);
CREATE INDEX audit_attempts ON kernel.audit USING btree (tenant_id, subject, at) WHERE (action = 'sign_in_refused'::text);
CREATE UNIQUE INDEX audit_pkey ON kernel.audit USING btree (tenant_id, id);
CREATE UNIQUE INDEX event_pkey ON kernel.event USING btree (tenant_id, id);
CREATE INDEX event_subject ON kernel.event USING btree (tenant_id, subject_id, id);
CREATE UNIQUE INDEX file_pkey ON kernel.file USING btree (tenant_id, hash);
CREATE UNIQUE INDEX host_pkey ON kernel.host USING btree (name);
CREATE UNIQUE INDEX migration_pkey ON kernel.migration USING btree (folder, name);
CREATE UNIQUE INDEX search_entry_pkey ON kernel.search_entry USING btree (tenant_id, subject_id);
CREATE INDEX search_entry_recent ON kernel.search_entry USING btree (tenant_id, changed_at DESC);
CREATE INDEX search_entry_words ON kernel.search_entry USING gin (kernel.own_words(tenant_id, words));
CREATE INDEX session_account ON kernel.session USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX session_pkey ON kernel.session USING btree (tenant_id, token_hash);
CREATE UNIQUE INDEX tenant_pkey ON kernel.tenant USING btree (id);
CREATE UNIQUE INDEX tenant_slug_key ON kernel.tenant USING btree (slug);
CREATE UNIQUE INDEX mapping_pkey ON plonemeeting.mapping USING btree (tenant_id, what, token);
CREATE INDEX budget_line_element ON strategy.budget_line USING btree (tenant_id, element_id);
CREATE UNIQUE INDEX budget_line_pkey ON strategy.budget_line USING btree (tenant_id, id);
CREATE INDEX budget_line_source ON strategy.budget_line USING btree (tenant_id, source_id);
CREATE UNIQUE INDEX element_pkey ON strategy.element USING btree (tenant_id, id);
CREATE INDEX element_plan ON strategy.element USING btree (tenant_id, plan_id, level);
CREATE UNIQUE INDEX element_tenant_id_plan_id_exchange_id_key ON strategy.element USING btree (tenant_id, plan_id, exchange_id);
CREATE INDEX placement_parent ON strategy.placement USING btree (tenant_id, parent_id, "position");
CREATE UNIQUE INDEX placement_pkey ON strategy.placement USING btree (tenant_id, child_id, parent_id);
CREATE INDEX placement_plan ON strategy.placement USING btree (tenant_id, plan_id);
CREATE UNIQUE INDEX plan_pkey ON strategy.plan USING btree (tenant_id, id);
CREATE UNIQUE INDEX plan_tenant_id_exchange_id_key ON strategy.plan USING btree (tenant_id, exchange_id);
CREATE INDEX responsibility_element ON strategy.responsibility USING btree (tenant_id, element_id);
CREATE INDEX responsibility_person ON strategy.responsibility USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX responsibility_pkey ON strategy.responsibility USING btree (tenant_id, id);
CREATE INDEX responsibility_service ON strategy.responsibility USING btree (tenant_id, service_id);

-- policies
submission tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
version tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
annex tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
awaited tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
document tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
dossier tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
external_id tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
import_draft tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
indicator tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
indicator_target tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
mandate tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
measure tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
membership tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
person tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publication shown SELECT restrictive to beffroi_public using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (withdrawn_at IS NULL)) check -;
publication tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
role_grant tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
saved_view tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
service tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
term tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
attendance tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
ballot tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
item tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
meeting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
organ tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
seat tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
vote tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
article tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
department tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
projection tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
account tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
audit tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
event tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
file tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
search_entry tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
session tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
mapping tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
budget_line tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
element tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
placement tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
plan tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
responsibility tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
accountability.submission to beffroi_app: INSERT, SELECT;
accountability.version to beffroi_app: INSERT, SELECT;
commons.annex to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.awaited to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.document to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.dossier to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.external_id to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.import_draft to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.indicator to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.indicator_target to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.legal_rule to beffroi_app: SELECT;
commons.mandate to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.measure to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.membership to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.person to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.publication to beffroi_app: INSERT, SELECT;
commons.role_grant to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.saved_view to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.service to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.term to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.attendance to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.ballot to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.item to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.meeting to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.organ to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.seat to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.vote to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
ecomptes.article to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
ecomptes.department to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
ecomptes.projection to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.account to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.audit to beffroi_app: INSERT, SELECT;
kernel.event to beffroi_app: INSERT, SELECT;
kernel.file to beffroi_app: INSERT, SELECT;
kernel.host to beffroi_app: SELECT;
kernel.session to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.tenant to beffroi_app: SELECT;
plonemeeting.mapping to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.budget_line to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.element to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.placement to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.plan to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.responsibility to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- column grants
commons.publication to beffroi_app: UPDATE (withdrawn_at, withdrawal_reason);
commons.publication to beffroi_public: SELECT (publisher, slug, number, title, content, hash, previous_hash, published_at, withdrawn_at);

-- triggers
CREATE CONSTRAINT TRIGGER check_weights AFTER INSERT OR DELETE OR UPDATE ON strategy.placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.check_weights();
CREATE TRIGGER keep_awaited AFTER INSERT OR UPDATE OF awaits ON commons.dossier FOR EACH ROW EXECUTE FUNCTION commons.keep_awaited();
CREATE TRIGGER keep_publication BEFORE DELETE OR UPDATE ON commons.publication FOR EACH ROW EXECUTE FUNCTION commons.keep_publication();
CREATE TRIGGER keep_publications BEFORE TRUNCATE ON commons.publication FOR EACH STATEMENT EXECUTE FUNCTION commons.keep_publication();
