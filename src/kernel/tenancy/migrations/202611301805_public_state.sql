-- When what an authority has made public changed last, in a number that only grows: pages that follow from it are kept until then.
-- No row is read with it, and nobody writes it but the triggers of tables of copies.
create table kernel.public_state (
  tenant_id uuid primary key,
  version bigint not null
);
select kernel.isolate('kernel.public_state');
revoke all on kernel.public_state from beffroi_app;
grant select on kernel.public_state to beffroi_gate;
create policy gate on kernel.public_state for select to beffroi_gate using (true);

-- For a trigger of statements, whose rows it calls `changed`.
create function kernel.public_changed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, kernel as $$
begin
  insert into kernel.public_state as known (tenant_id, version)
    select distinct tenant_id, pg_current_xact_id()::text::bigint from changed
    on conflict (tenant_id) do update set version = greatest(known.version + 1, excluded.version);
  return null;
end $$;
revoke execute on function kernel.public_changed from public;
