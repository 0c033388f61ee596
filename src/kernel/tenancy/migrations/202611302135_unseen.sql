-- Whether everybody finds an authority at its own addresses: not one that keeps a trade off, nor one where nobody comes in (maintenance;
-- see restriction.ts). What is read of all authorities together leaves the others out. Whoever asks knows its id.
create function kernel.is_seen(tenant uuid, trade text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, kernel
  as $$
    select exists (select from kernel.trade r where r.tenant_id = tenant and r.module = trade)
      and not exists (
        select from kernel.tenant t where t.id = tenant and t.restriction ->> 'kind' = 'maintenance'
          and (t.restriction ->> 'until' is null or (t.restriction ->> 'until')::timestamptz > now()))
  $$;
revoke execute on function kernel.is_seen from public;

-- Pages of all authorities together follow from that too.
create function kernel.seen_changed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, kernel as $$
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
end $$;
revoke execute on function kernel.seen_changed from public;
create trigger public_insert after insert on kernel.trade referencing new table as changed
  for each statement execute function kernel.seen_changed();
create trigger public_delete after delete on kernel.trade referencing old table as changed
  for each statement execute function kernel.seen_changed();
-- (A trigger with a transition table names no columns.)
create trigger public_update after update on kernel.tenant referencing new table as changed
  for each statement execute function kernel.seen_changed();
