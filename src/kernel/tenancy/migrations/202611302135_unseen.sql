-- Which authorities everybody finds at none of their own addresses, though something of them is public: those that keep a trade off, and
-- those where nobody comes in (maintenance; see restriction.ts). What is read of all authorities together leaves them out.
create function kernel.unseen_authorities(trade text) returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog, kernel
  as $$
    select t.id from kernel.tenant t
    where not exists (select from kernel.trade r where r.tenant_id = t.id and r.module = trade)
      or (t.restriction ->> 'kind' = 'maintenance'
        and (t.restriction ->> 'until' is null or (t.restriction ->> 'until')::timestamptz > now()))
  $$;
revoke execute on function kernel.unseen_authorities from public;

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
