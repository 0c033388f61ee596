-- A job bears its authority as a flag too, so that the worker leaves those of one that rests where they are.
create or replace function kernel.enqueue(task text, data json, who json, job_key text)
  returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
declare
  waiting int;
begin
  if kernel.tenant_id() is null then
    raise exception 'a job needs an authority';
  end if;
  select count(*) into waiting from (
    select from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = enqueue.task and j.payload ->> 'tenant' = kernel.tenant_id()::text
      and j.locked_at is null
    limit 1000) as ahead;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object(
      'id', uuidv7(), 'tenant', kernel.tenant_id(), 'who', who, 'data', data),
    job_key := job_key,
    priority := waiting,
    flags := array[kernel.tenant_id()::text],
    max_attempts := 30000);
end $$;
