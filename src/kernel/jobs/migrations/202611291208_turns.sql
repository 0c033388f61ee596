-- An authority has one job of a kind done at a time: what it sends in great number holds up its own, and
-- leaves the other places of a worker to the others.
create or replace function kernel.enqueue(task text, data json, who json, job_key text)
  returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
begin
  if kernel.tenant_id() is null then
    raise exception 'a job needs an authority';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object(
      'id', uuidv7(), 'tenant', kernel.tenant_id(), 'who', who, 'data', data),
    queue_name := kernel.tenant_id() || ':' || task,
    job_key := job_key,
    max_attempts := 30000);
end $$;
