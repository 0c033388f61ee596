-- Of which authorities everybody is shown what a trade has published: those that have it, but while they are closed for maintenance.
create view kernel.seen as
  select r.tenant_id, r.module from kernel.trade r join kernel.tenant t on t.id = r.tenant_id
  where not coalesce(t.restriction ->> 'kind' = 'maintenance'
    and (t.restriction ->> 'until' is null or (t.restriction ->> 'until')::timestamptz > now()), false);

create or replace function kernel.is_seen(tenant uuid, trade text) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, kernel
  as $$ select exists (select from kernel.seen s where s.tenant_id = tenant and s.module = trade) $$;

-- The others, all at once: asked one by one, hundreds of authorities take longer than the search for which they are left out.
create function kernel.unseen(trade text) returns setof uuid
  language sql stable
  set search_path = pg_catalog, kernel
  as $$ select t.id from kernel.tenant t where not exists (select from kernel.seen s where s.tenant_id = t.id and s.module = trade) $$;
revoke execute on function kernel.unseen from public;
