-- How many jobs are given up, over all authorities: for who runs the house, who reads none of them. Rows stay apart
-- even for the owner, so each authority is asked in turn.
create function kernel.failed_jobs_of_all() returns integer language plpgsql as $$
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
end $$;
revoke execute on function kernel.failed_jobs_of_all() from public;
