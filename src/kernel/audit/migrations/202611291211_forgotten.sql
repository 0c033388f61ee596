-- Lines of the security log go after their time, by this door alone, which forgets nothing of the last half
-- year, whoever asks, and leaves a line that says what it took.
create function kernel.forget_audit(before timestamptz) returns bigint language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
declare
  until timestamptz := least(before, now() - interval '180 days');
  taken bigint;
begin
  with gone as (
    delete from kernel.audit where tenant_id = kernel.tenant_id() and at < until returning 1)
  select count(*) into taken from gone;
  if taken > 0 then
    insert into kernel.audit (tenant_id, action, actor_name, subject)
    values (kernel.tenant_id(), 'forgotten', 'Beffroi',
      format('%s lines before %s', taken, to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
  end if;
  return taken;
end $$;
revoke execute on function kernel.forget_audit from public;
grant execute on function kernel.forget_audit to beffroi_app;
create index audit_age on kernel.audit (tenant_id, at);
