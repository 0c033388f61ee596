-- schemas
create schema kernel;
grant USAGE on schema kernel to beffroi_app;

-- extensions
create extension btree_gin with schema kernel;
create extension pg_trgm with schema kernel;
create extension unaccent with schema kernel;

-- collations
create collation kernel.french_order (provider = i, locale = fr-BE);

-- text searches
text search kernel.french 1:french_stem, 2:kernel.unaccent, 2:french_stem, 3:simple, 4:simple, 5:simple, 6:simple, 7:simple, 8:simple, 9:simple, 10:kernel.unaccent, 10:french_stem, 11:french_stem, 15:simple, 16:french_stem, 17:kernel.unaccent, 17:french_stem, 18:simple, 19:simple, 20:simple, 21:simple, 22:simple;

-- functions
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
grant EXECUTE on function kernel.isolate(regclass) to public;
CREATE OR REPLACE FUNCTION kernel.isolate_append_only(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform kernel.isolate(target);
  execute format('revoke update, delete on %s from beffroi_app', target);
end $function$
;
grant EXECUTE on function kernel.isolate_append_only(regclass) to public;
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
