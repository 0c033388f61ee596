-- What every later migration relies on: extensions, the isolation of authorities, text search.
create extension if not exists unaccent with schema kernel;
create extension if not exists btree_gin with schema kernel;
create extension if not exists pg_trgm with schema kernel;

revoke create on schema public from public;
grant usage on schema kernel to beffroi_app;

-- The authority of the open transaction; none where it is unset, so that no row shows.
create function kernel.tenant_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;

-- Row-level security, forced on the owner too; the policy spells the setting out, for a function
-- or a sub-select in its place made the planner choose plans many times slower.
create function kernel.isolate(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
    target);
  execute format('alter table %s alter column tenant_id set default kernel.tenant_id()', target);
  execute format('grant select, insert, update, delete on %s to beffroi_app', target);
end $$;

-- The same for a table of facts that nobody rewrites: history, events, audit.
create function kernel.isolate_append_only(target regclass) returns void language plpgsql as $$
begin
  perform kernel.isolate(target);
  execute format('revoke update, delete on %s from beffroi_app', target);
end $$;

-- French words by their stems, accents optional.
create text search configuration kernel.french (copy = pg_catalog.french);
alter text search configuration kernel.french
  alter mapping for hword, hword_part, word with kernel.unaccent, french_stem;

-- Sorting as a Belgian reader expects: case and accents count last.
create collation kernel.french_order (provider = icu, locale = 'fr-BE');
