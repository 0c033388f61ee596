-- functions
CREATE OR REPLACE FUNCTION kernel.enqueue(task text, data json, who json, job_key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
begin
  if kernel.tenant_id() is null then
    raise exception 'a job needs an authority';
  end if;
  perform graphile_worker.add_job(
    task,
    payload := json_build_object('tenant', kernel.tenant_id(), 'who', who, 'data', data),
    job_key := job_key,
    max_attempts := 8);
end $function$
;
grant EXECUTE on function kernel.enqueue(text,json,json,text) to beffroi_app;

-- tables
table kernel.held_job (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  trade text not null,
  task text not null,
  who jsonb not null,
  data jsonb not null
) row level security forced;

-- constraints
kernel.held_job held_job_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX held_job_pkey ON kernel.held_job USING btree (tenant_id, id);

-- policies
kernel.held_job tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.held_job to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
