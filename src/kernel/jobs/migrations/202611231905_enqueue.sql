-- The application's role reaches the queue by this one door, which stamps the authority of the
-- open transaction on every job: none can be sent in the name of another authority.
create function kernel.enqueue(task text, data json, who json, job_key text)
  returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
begin
  if kernel.tenant_id() is null then
    raise exception 'a job needs an authority';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object('tenant', kernel.tenant_id(), 'who', who, 'data', data),
    job_key := job_key,
    max_attempts := 8);
end $$;
revoke execute on function kernel.enqueue from public;
grant execute on function kernel.enqueue to beffroi_app;
