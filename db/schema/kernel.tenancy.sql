-- functions
CREATE OR REPLACE FUNCTION kernel.accounts_of(authorities text[])
 RETURNS TABLE(slug text, accounts bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  here text := current_setting('app.tenant', true);
  meant record;
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house counts accounts' using errcode = 'insufficient_privilege';
  end if;
  for meant in select t.id, t.slug as called from kernel.tenant t where t.slug = any (authorities) loop
    perform set_config('app.tenant', meant.id::text, true);
    slug := meant.called;
    select count(*) into accounts from kernel.account a where a.tenant_id = meant.id and a.disabled_at is null;
    return next;
  end loop;
  perform set_config('app.tenant', here, true);
end $function$
;
grant EXECUTE on function kernel.accounts_of(text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.change_tenant(fresh jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  update kernel.tenant t set name = r.name, short_name = r.short_name, address = r.address, hue = r.hue, arms = r.arms,
    arms_alt = r.arms_alt, languages = r.languages,
    number = case when t.number = '' then coalesce(r.number, '') else t.number end,
    -- The release before this one does not say it.
    lies_at = case when fresh ? 'lies_at' then r.lies_at else t.lies_at end
  from jsonb_to_record(fresh) as r (name text, short_name text, address text[], hue smallint, arms text, arms_alt text,
    languages text[], number text, lies_at double precision[])
  where t.id = kernel.tenant_id();
end $function$
;
grant EXECUTE on function kernel.change_tenant(jsonb) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.found_tenant(fresh jsonb, hosts text[])
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house opens others' using errcode = 'insufficient_privilege';
  end if;
  return kernel.write_tenant(fresh - 'operates', hosts);
end $function$
;
grant EXECUTE on function kernel.found_tenant(jsonb,text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.known_authorities()
 RETURNS TABLE(slug text, name text, kind text, number text, operates boolean, languages text[], created_at timestamp with time zone, hosts text[], trades text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house knows the others' using errcode = 'insufficient_privilege';
  end if;
  return query
    select t.slug, t.name, t.kind, t.number, t.operates, t.languages, t.created_at,
      array(select h.name from kernel.host h where h.tenant_id = t.id order by h.name),
      array(select r.module from kernel.trade r where r.tenant_id = t.id order by r.module)
    from kernel.tenant t order by t.name collate kernel.french_order, t.slug;
end $function$
;
grant EXECUTE on function kernel.known_authorities() to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.operating()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select exists (select from kernel.tenant where id = kernel.tenant_id() and operates) $function$
;
grant EXECUTE on function kernel.operating() to public;
CREATE OR REPLACE FUNCTION kernel.public_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  insert into kernel.public_state as known (tenant_id, version)
    select distinct tenant_id, pg_current_xact_id()::text::bigint from changed
    on conflict (tenant_id) do update set version = greatest(known.version + 1, excluded.version);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.seen_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  here text := current_setting('app.tenant', true);
  one uuid;
begin
  for one in select distinct coalesce(to_jsonb(c) ->> 'tenant_id', to_jsonb(c) ->> 'id')::uuid from changed c loop
    perform set_config('app.tenant', one::text, true);
    insert into kernel.public_state as known (tenant_id, version) values (one, pg_current_xact_id()::text::bigint)
      on conflict (tenant_id) do update set version = greatest(known.version + 1, excluded.version);
  end loop;
  perform set_config('app.tenant', coalesce(here, ''), true);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.set_hosts(of text, hosts text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  meant uuid := (select t.id from kernel.tenant t where t.slug = of);
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house gives host names' using errcode = 'insufficient_privilege';
  end if;
  delete from kernel.host where tenant_id = meant and name <> all (hosts);
  insert into kernel.host (name, tenant_id) select host, meant from unnest(hosts) host
    where not exists (select from kernel.host h where h.name = host and h.tenant_id = meant);
end $function$
;
grant EXECUTE on function kernel.set_hosts(text,text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.set_number(of text, number text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house gives numbers' using errcode = 'insufficient_privilege';
  end if;
  update kernel.tenant t set number = set_number.number where t.slug = set_number.of;
end $function$
;
grant EXECUTE on function kernel.set_number(text,text) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.standing_of(authorities text[])
 RETURNS TABLE(slug text, restriction jsonb, entered boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  here text := current_setting('app.tenant', true);
  meant record;
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house knows how others stand'
      using errcode = 'insufficient_privilege';
  end if;
  for meant in
    select t.id, t.slug as called, t.restriction as said from kernel.tenant t where t.slug = any (authorities)
  loop
    perform set_config('app.tenant', meant.id::text, true);
    slug := meant.called;
    restriction := meant.said;
    entered := exists (
      select from kernel.account a where a.tenant_id = meant.id and a.disabled_at is null
        and (a.password_hash is not null
          or exists (select from kernel.passkey p where (p.tenant_id, p.account_id) = (a.tenant_id, a.id))
          or exists (select from kernel.identity_link i where (i.tenant_id, i.account_id) = (a.tenant_id, a.id))));
    return next;
  end loop;
  perform set_config('app.tenant', here, true);
end $function$
;
grant EXECUTE on function kernel.standing_of(text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.unseen(trade text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$ select t.id from kernel.tenant t where not exists (select from kernel.seen s where s.tenant_id = t.id and s.module = trade) $function$
;
CREATE OR REPLACE FUNCTION kernel.write_tenant(fresh jsonb, hosts text[])
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare made uuid;
begin
  insert into kernel.tenant (slug, name, short_name, kind, address, hue, arms, languages, number, operates, lies_at)
  select r.slug, r.name, r.short_name, r.kind, coalesce(r.address, '{}'), r.hue, coalesce(r.arms, ''),
    r.languages, coalesce(r.number, ''), coalesce(r.operates, false), r.lies_at
  from jsonb_to_record(fresh) as r (slug text, name text, short_name text, kind text, address text[], hue smallint,
    arms text, languages text[], number text, operates boolean, lies_at double precision[])
  returning id into made;
  insert into kernel.host (name, tenant_id) select lower(host), made from unnest(hosts) host;
  return made;
end $function$
;

-- tables
table kernel.erasure (
  id uuid not null default uuidv7(),
  erased_id uuid not null,
  slug text not null,
  name text not null,
  asked_at timestamp with time zone,
  erased_at timestamp with time zone not null default now(),
  rows jsonb not null,
  export_hash text
);
table kernel.host (
  name text not null,
  tenant_id uuid not null
) row level security;
table kernel.house (
  one boolean not null default true,
  restriction jsonb,
  quotas jsonb not null default '{}'::jsonb
);
table kernel.incident (
  id uuid not null default uuidv7(),
  began_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  words jsonb not null
);
table kernel.provided (
  tenant_id uuid not null default kernel.tenant_id(),
  module text not null,
  at timestamp with time zone not null default now()
) row level security;
table kernel.public_state (
  tenant_id uuid not null default kernel.tenant_id(),
  version bigint not null
) row level security forced;
table kernel.start_code (
  only_one boolean not null default true,
  hash bytea not null,
  drawn_at timestamp with time zone not null default now()
);
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
  languages text[] not null default '{fr,en}'::text[],
  number text not null default ''::text,
  operates boolean not null default false,
  restriction jsonb,
  quotas jsonb not null default '{}'::jsonb,
  arms_alt text not null default ''::text,
  lies_at double precision[]
) row level security;
table kernel.tenant_past_name (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  short_name text not null,
  valid_to date not null
) row level security forced;
table kernel.trade (
  tenant_id uuid not null default kernel.tenant_id(),
  module text not null,
  since timestamp with time zone not null default now(),
  by_name text not null default ''::text
) row level security;

-- views
view kernel.seen as
 SELECT r.tenant_id,
    r.module
   FROM (kernel.trade r
     JOIN kernel.tenant t ON ((t.id = r.tenant_id)))
  WHERE (NOT COALESCE((((t.restriction ->> 'kind'::text) = 'maintenance'::text) AND (((t.restriction ->> 'until'::text) IS NULL) OR (((t.restriction ->> 'until'::text))::timestamp with time zone > now()))), false));

-- constraints
kernel.erasure erasure_pkey PRIMARY KEY (id);
kernel.host host_name_check CHECK ((name = lower(name)));
kernel.host host_pkey PRIMARY KEY (name);
kernel.host host_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);
kernel.house house_one_check CHECK (one);
kernel.house house_pkey PRIMARY KEY (one);
kernel.incident incident_check CHECK ((ended_at >= began_at));
kernel.incident incident_pkey PRIMARY KEY (id);
kernel.provided provided_pkey PRIMARY KEY (tenant_id, module);
kernel.provided provided_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);
kernel.public_state public_state_pkey PRIMARY KEY (tenant_id);
kernel.start_code start_code_only_one_check CHECK (only_one);
kernel.start_code start_code_pkey PRIMARY KEY (only_one);
kernel.tenant tenant_hue_check CHECK (((hue >= 0) AND (hue <= 359)));
kernel.tenant tenant_languages_check CHECK ((cardinality(languages) > 0));
kernel.tenant tenant_lies_at_check CHECK (((cardinality(lies_at) = 2) AND (abs(lies_at[1]) <= (90)::double precision) AND (abs(lies_at[2]) <= (180)::double precision)));
kernel.tenant tenant_number_check CHECK ((number ~ '^([01][0-9]{9})?$'::text));
kernel.tenant tenant_pkey PRIMARY KEY (id);
kernel.tenant tenant_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
kernel.tenant tenant_slug_key UNIQUE (slug);
kernel.tenant_past_name tenant_past_name_pkey PRIMARY KEY (tenant_id, id);
kernel.tenant_past_name tenant_past_name_tenant_id_valid_to_key UNIQUE (tenant_id, valid_to);
kernel.trade trade_pkey PRIMARY KEY (tenant_id, module);
kernel.trade trade_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);

-- indexes
CREATE UNIQUE INDEX erasure_pkey ON kernel.erasure USING btree (id);
CREATE UNIQUE INDEX host_pkey ON kernel.host USING btree (name);
CREATE UNIQUE INDEX house_pkey ON kernel.house USING btree (one);
CREATE UNIQUE INDEX incident_pkey ON kernel.incident USING btree (id);
CREATE UNIQUE INDEX provided_pkey ON kernel.provided USING btree (tenant_id, module);
CREATE UNIQUE INDEX public_state_pkey ON kernel.public_state USING btree (tenant_id);
CREATE UNIQUE INDEX start_code_pkey ON kernel.start_code USING btree (only_one);
CREATE UNIQUE INDEX tenant_number ON kernel.tenant USING btree (number) WHERE (number <> ''::text);
CREATE UNIQUE INDEX tenant_operates ON kernel.tenant USING btree (operates) WHERE operates;
CREATE UNIQUE INDEX tenant_pkey ON kernel.tenant USING btree (id);
CREATE UNIQUE INDEX tenant_slug_key ON kernel.tenant USING btree (slug);
CREATE UNIQUE INDEX tenant_past_name_pkey ON kernel.tenant_past_name USING btree (tenant_id, id);
CREATE UNIQUE INDEX tenant_past_name_tenant_id_valid_to_key ON kernel.tenant_past_name USING btree (tenant_id, valid_to);
CREATE UNIQUE INDEX trade_pkey ON kernel.trade USING btree (tenant_id, module);

-- policies
kernel.host gate r to beffroi_gate using true check -;
kernel.host tenant r to beffroi_app using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.provided tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.public_state gate r to beffroi_gate using true check -;
kernel.public_state tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.tenant gate r to beffroi_gate using true check -;
kernel.tenant tenant r to beffroi_app using (id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.tenant_past_name tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.trade gate r to beffroi_gate using true check -;
kernel.trade tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.host to beffroi_app: SELECT;
kernel.host to beffroi_gate: SELECT;
kernel.house to beffroi_app: SELECT;
kernel.house to beffroi_gate: SELECT;
kernel.incident to beffroi_app: SELECT;
kernel.provided to beffroi_app: INSERT, SELECT;
kernel.public_state to beffroi_gate: SELECT;
kernel.tenant to beffroi_app: SELECT;
kernel.tenant to beffroi_gate: SELECT;
kernel.tenant_past_name to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.trade to beffroi_app: DELETE, INSERT, SELECT;
kernel.trade to beffroi_gate: SELECT;

-- triggers
CREATE TRIGGER public_update AFTER UPDATE ON kernel.tenant REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.seen_changed();
CREATE TRIGGER public_delete AFTER DELETE ON kernel.trade REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.seen_changed();
CREATE TRIGGER public_insert AFTER INSERT ON kernel.trade REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.seen_changed();
