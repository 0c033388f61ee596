-- Jobs that are done, written in the transaction of what they did: one that comes again, because the
-- queue did not hear that it was done, does nothing.
create table kernel.done_job (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);
select kernel.isolate('kernel.done_job');

-- Jobs that nobody tries again by itself: a person is told, and sends them again or lets them be.
create table kernel.failed_job (
  tenant_id uuid not null,
  id uuid not null,
  task text not null,
  trade text,                         -- of which it is, where an authority can switch that off
  who jsonb not null,
  data jsonb not null,
  dossier_ids uuid[] not null,        -- whose pages tell it
  reason jsonb not null,              -- a message: key and params
  failed_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index failed_job_dossiers on kernel.failed_job using gin (tenant_id, dossier_ids);
select kernel.isolate('kernel.failed_job');

-- Every job bears an id of its own, by which it is known to be done. It is tried for as long as what is
-- in its way may pass: when to give up is for the program.
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
    job_key := job_key,
    max_attempts := 30000);
end $$;

-- What was given up under the old rule is tried again.
update graphile_worker._private_jobs set max_attempts = 30000 where max_attempts < 30000;

-- The jobs of the open authority that wait, are being done or are put off after a failure.
create function kernel.waiting_jobs()
  returns table (id uuid, task text, who json, data json, failures int, run_at timestamptz, begun_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, kernel
as $$
  select (j.payload ->> 'id')::uuid, t.identifier, j.payload -> 'who', j.payload -> 'data',
    j.attempts - (j.locked_at is not null)::int, j.run_at, j.locked_at
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.payload ->> 'tenant' = kernel.tenant_id()::text
  order by j.run_at, j.id
$$;
revoke execute on function kernel.waiting_jobs from public;
grant execute on function kernel.waiting_jobs to beffroi_app;

-- Has what is put off after a failure tried at once.
create function kernel.hasten_jobs() returns int language sql security definer
  set search_path = pg_catalog, kernel
as $$
  select count(*)::int from graphile_worker.reschedule_jobs(
    array(select id from graphile_worker._private_jobs
      where payload ->> 'tenant' = kernel.tenant_id()::text
        and attempts > 0 and locked_at is null and run_at > now()),
    run_at := now())
$$;
revoke execute on function kernel.hasten_jobs from public;
grant execute on function kernel.hasten_jobs to beffroi_app;

-- Forgets that jobs are done once the queue cannot send them again.
create function kernel.forget_done_jobs(before timestamptz) returns void language sql security definer
  set search_path = pg_catalog, kernel
as $$
  delete from kernel.done_job d
  where d.tenant_id = kernel.tenant_id() and d.at < before
    and not exists (select from graphile_worker._private_jobs j where j.payload ->> 'id' = d.id::text)
$$;
revoke execute on function kernel.forget_done_jobs from public;
grant execute on function kernel.forget_done_jobs to beffroi_app;
