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
