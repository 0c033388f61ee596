-- functions
CREATE OR REPLACE FUNCTION kernel.enqueue(task text, data json, who json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  waiting bigint;
  total bigint;
  most bigint := kernel.quota('jobs');
begin
  if kernel.tenant_id() is null then
    raise exception 'a job needs an authority';
  end if;
  for look in 1..2 loop
    select least(count(*) filter (where t.identifier = enqueue.task), 1000), count(*)
      into waiting, total
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.flags ? kernel.tenant_id()::text and j.locked_at is null;
    exit when look = 2 or most is null or total < least(most * 0.9, most - 100);
    perform pg_advisory_xact_lock(7310031, hashtext(kernel.tenant_id()::text));
  end loop;
  if total >= most then
    raise exception 'quota reached' using errcode = 'BQ001', detail = 'jobs';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object(
      'id', uuidv7(), 'tenant', kernel.tenant_id(), 'who', who, 'data', data),
    job_key := job_key,
    priority := waiting::int,
    flags := array[kernel.tenant_id()::text],
    max_attempts := 30000);
end $function$
;
grant EXECUTE on function kernel.enqueue(text,json,json,text) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.failed_jobs_of_all()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  authority uuid;
  of_one integer;
  of_all integer := 0;
begin
  for authority in select id from kernel.tenant loop
    perform set_config('app.tenant', authority::text, true);
    select count(*) into of_one from kernel.failed_job;
    of_all := of_all + of_one;
  end loop;
  perform set_config('app.tenant', '', true);
  return of_all;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.forget_done_jobs(before timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
  delete from kernel.done_job d
  where d.tenant_id = kernel.tenant_id() and d.at < before
    and not exists (select from graphile_worker._private_jobs j where j.payload ->> 'id' = d.id::text)
$function$
;
grant EXECUTE on function kernel.forget_done_jobs(timestamp with time zone) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.hasten_jobs()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
  select count(*)::int from graphile_worker.reschedule_jobs(
    array(select id from graphile_worker._private_jobs
      where payload ->> 'tenant' = kernel.tenant_id()::text
        and attempts > 0 and locked_at is null and run_at > now()),
    run_at := now())
$function$
;
grant EXECUTE on function kernel.hasten_jobs() to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.waiting_jobs()
 RETURNS TABLE(id uuid, task text, who json, data json, failures integer, run_at timestamp with time zone, begun_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
  select (j.payload ->> 'id')::uuid, t.identifier, j.payload -> 'who', j.payload -> 'data',
    j.attempts - (j.locked_at is not null)::int, j.run_at, j.locked_at
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.payload ->> 'tenant' = kernel.tenant_id()::text
  order by j.run_at, j.id
$function$
;
grant EXECUTE on function kernel.waiting_jobs() to beffroi_app;

-- tables
table kernel.done_job (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  at timestamp with time zone not null default now()
) row level security forced;
table kernel.failed_job (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  task text not null,
  trade text,
  who jsonb not null,
  data jsonb not null,
  dossier_ids uuid[] not null,
  reason jsonb not null,
  failed_at timestamp with time zone not null default now()
) row level security forced;
table kernel.held_job (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  trade text not null,
  task text not null,
  who jsonb not null,
  data jsonb not null
) row level security forced;

-- constraints
kernel.done_job done_job_pkey PRIMARY KEY (tenant_id, id);
kernel.failed_job failed_job_pkey PRIMARY KEY (tenant_id, id);
kernel.held_job held_job_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX done_job_pkey ON kernel.done_job USING btree (tenant_id, id);
CREATE INDEX failed_job_dossiers ON kernel.failed_job USING gin (tenant_id, dossier_ids);
CREATE UNIQUE INDEX failed_job_pkey ON kernel.failed_job USING btree (tenant_id, id);
CREATE UNIQUE INDEX held_job_pkey ON kernel.held_job USING btree (tenant_id, id);

-- policies
kernel.done_job tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.failed_job tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.held_job tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.done_job to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.failed_job to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.held_job to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
