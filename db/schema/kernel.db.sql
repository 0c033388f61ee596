-- schemas
create schema kernel;
grant USAGE on schema kernel to beffroi_app;
grant USAGE on schema kernel to beffroi_gate;

-- extensions
create extension btree_gin with schema kernel;
create extension pg_trgm with schema kernel;
create extension unaccent with schema kernel;

-- collations
create collation kernel.french_order (provider = i, locale = fr-BE);

-- text searches
text search kernel.french 1:french_stem, 2:kernel.unaccent, 2:french_stem, 3:simple, 4:simple, 5:simple, 6:simple, 7:simple, 8:simple, 9:simple, 10:kernel.unaccent, 10:french_stem, 11:french_stem, 15:simple, 16:french_stem, 17:kernel.unaccent, 17:french_stem, 18:simple, 19:simple, 20:simple, 21:simple, 22:simple;

-- functions
CREATE OR REPLACE FUNCTION kernel.distinguish(target regclass, name text, VARIADIC within text[] DEFAULT '{}'::text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
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
CREATE OR REPLACE FUNCTION kernel.name_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(replace(replace(replace(translate(lower((regexp_replace(NORMALIZE(name, NFKD), ('[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u00AD\u061C\u115F\u1160\u17B4\u17B5'::text || '\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\uFE00-\uFE0F\uFEFF\U000E0000-\U000E0FFF]'::text), ''::text, 'g'::text) COLLATE pg_c_utf8)), '’‘ʼ′‐ς'::text, '''''''''-σ'::text), 'œ'::text, 'oe'::text), 'æ'::text, 'ae'::text), 'ß'::text, 'ss'::text), '[\t\n\v\f\r \u0085\u1680\u2028\u2029]+'::text, ' '::text, 'g'::text))
;
grant EXECUTE on function kernel.name_key(text) to public;
CREATE OR REPLACE FUNCTION kernel.tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid
;
grant EXECUTE on function kernel.tenant_id() to public;

-- tables
table kernel.migration (
  folder text not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default now()
);

-- constraints
kernel.migration migration_pkey PRIMARY KEY (folder, name);

-- indexes
CREATE UNIQUE INDEX migration_pkey ON kernel.migration USING btree (folder, name);
