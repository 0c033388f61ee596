-- functions
CREATE OR REPLACE FUNCTION kernel.count_use()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  what text := tg_argv[0];
  delta bigint := 0;
  now_used bigint;
begin
  if what = 'files' then
    if tg_op <> 'DELETE' and new.erased_at is null then delta := delta + new.size; end if;
    if tg_op <> 'INSERT' and old.erased_at is null then delta := delta - old.size; end if;
  elsif what = 'people' then
    if tg_op <> 'DELETE' and new.disabled_at is null and not new.is_outside then delta := delta + 1; end if;
    if tg_op <> 'INSERT' and old.disabled_at is null and not old.is_outside then delta := delta - 1; end if;
  elsif not new.secret then
    delta := 1;
  end if;
  if delta = 0 then return null; end if;
  insert into kernel.used as u (tenant_id, files, people, mails)
    values (kernel.tenant_id(), case when what = 'files' then delta else 0 end,
      case when what = 'people' then delta else 0 end, case when what = 'mails' then delta else 0 end)
    on conflict (tenant_id) do update set
      files = u.files + excluded.files,
      people = u.people + excluded.people,
      mails = case when u.mails_on = current_date then u.mails else 0 end + excluded.mails,
      mails_on = current_date
    returning case what when 'files' then files when 'people' then people else mails end into now_used;
  if delta > 0 and now_used > kernel.quota(what) then
    raise exception 'quota reached' using errcode = 'BQ001', detail = what;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION kernel.jobs_waiting()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$ select count(*) from graphile_worker._private_jobs j where j.flags ? kernel.tenant_id()::text $function$
;
grant EXECUTE on function kernel.jobs_waiting() to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.quota(what text)
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN (SELECT (((h.quotas || t.quotas) ->> quota.what))::bigint AS int8 FROM kernel.tenant t, kernel.house h WHERE (t.id = kernel.tenant_id()))
;
grant EXECUTE on function kernel.quota(text) to public;
CREATE OR REPLACE FUNCTION kernel.used_of_all()
 RETURNS TABLE(id uuid, files bigint, people bigint, mails bigint, jobs bigint)
 LANGUAGE plpgsql
AS $function$
declare
  authority uuid;
begin
  for authority in select t.id from kernel.tenant t order by t.created_at, t.id loop
    perform set_config('app.tenant', authority::text, true);
    return query
      select authority, coalesce(max(u.files), 0), coalesce(max(u.people), 0),
        coalesce(max(u.mails) filter (where u.mails_on = current_date), 0),
        (select count(*) from graphile_worker._private_jobs j where j.flags ? authority::text)
      from kernel.used u;
  end loop;
  perform set_config('app.tenant', '', true);
end $function$
;

-- tables
table kernel.used (
  tenant_id uuid not null default kernel.tenant_id(),
  files bigint not null default 0,
  people bigint not null default 0,
  mails bigint not null default 0,
  mails_on date not null default CURRENT_DATE
) row level security forced;

-- constraints
kernel.used used_pkey PRIMARY KEY (tenant_id);
kernel.used used_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);

-- indexes
CREATE UNIQUE INDEX used_pkey ON kernel.used USING btree (tenant_id);

-- policies
kernel.used tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.used to beffroi_app: SELECT;
