-- Which authorities there are, the gate alone may read: the id of one is what opens its rows, so whoever could make the
-- application's login send SQL of theirs has no other id than that of the authority in which they are.
grant usage on schema kernel to beffroi_gate;
grant select on kernel.tenant, kernel.host, kernel.trade to beffroi_gate;

-- Not forced on the owner, who opens authorities.
alter table kernel.tenant enable row level security;
create policy gate on kernel.tenant for select to beffroi_gate using (true);
create policy tenant on kernel.tenant for select to beffroi_app
  using (id = nullif(current_setting('app.tenant', true), '')::uuid);

alter table kernel.host enable row level security;
create policy gate on kernel.host for select to beffroi_gate using (true);
create policy tenant on kernel.host for select to beffroi_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

drop policy read on kernel.trade;
create policy gate on kernel.trade for select to beffroi_gate using (true);

revoke execute on function kernel.isolate(regclass), kernel.isolate_append_only(regclass) from public;
