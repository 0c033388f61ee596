-- How much each authority uses, counted as it is written, and how much it may (quotas). Null in both: without end.
alter table kernel.tenant add column quotas jsonb not null default '{}';
alter table kernel.house add column quotas jsonb not null default '{}';

-- The gate reads what holds for the whole house with the authority.
grant select on kernel.house to beffroi_gate;

create table kernel.used (
  tenant_id uuid primary key not null references kernel.tenant,
  files bigint not null default 0,    -- bytes
  people bigint not null default 0,   -- accounts that let somebody in
  mails bigint not null default 0,    -- written that day
  mails_on date not null default current_date
);
select kernel.isolate('kernel.used');
revoke insert, update, delete on kernel.used from beffroi_app;

-- How much of something the authority of the open transaction may use.
create function kernel.quota(what text) returns bigint language sql stable
  return (select ((h.quotas || t.quotas) ->> what)::bigint
    from kernel.tenant t, kernel.house h where t.id = kernel.tenant_id());

-- Counts at the commit: the row of the authority is the last thing that is waited for, so two acts that meet there
-- wait one for the other and never in a circle, and what both write is counted.
create function kernel.count_use() returns trigger language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
declare
  what text := tg_argv[0];
  delta bigint := 0;
  now_used bigint;
begin
  if what = 'files' then
    if tg_op <> 'DELETE' and new.erased_at is null then delta := delta + new.size; end if;
    if tg_op <> 'INSERT' and old.erased_at is null then delta := delta - old.size; end if;
  elsif what = 'people' then
    if tg_op <> 'DELETE' and new.disabled_at is null then delta := delta + 1; end if;
    if tg_op <> 'INSERT' and old.disabled_at is null then delta := delta - 1; end if;
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
end $$;
revoke execute on function kernel.count_use from public;

create constraint trigger count_use after insert or update of erased_at or delete on kernel.file
  deferrable initially deferred for each row execute function kernel.count_use('files');
create constraint trigger count_use after insert or update of disabled_at or delete on kernel.account
  deferrable initially deferred for each row execute function kernel.count_use('people');
create constraint trigger count_use after insert on kernel.mail
  deferrable initially deferred for each row execute function kernel.count_use('mails');

-- What is there already: the owner too sees the rows of one at a time.
do $$
declare
  authority uuid;
begin
  for authority in select id from kernel.tenant loop
    perform set_config('app.tenant', authority::text, true);
    insert into kernel.used (tenant_id, files, people, mails)
      values (authority,
        (select coalesce(sum(size), 0) from kernel.file where erased_at is null),
        (select count(*) from kernel.account where disabled_at is null),
        (select count(*) from kernel.mail where not secret and at >= current_date));
  end loop;
  perform set_config('app.tenant', '', true);
end $$;

-- How much all authorities use, for who runs the house.
create function kernel.used_of_all()
  returns table (id uuid, files bigint, people bigint, mails bigint, jobs bigint)
  language plpgsql
as $$
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
end $$;
revoke execute on function kernel.used_of_all() from public;

-- The jobs of the authority that wait, in the same look at the queue that numbers them. Near the end those who
-- send wait one for the other, so that none is sent beyond.
create or replace function kernel.enqueue(task text, data json, who json, job_key text)
  returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
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
end $$;

-- How many jobs of the authority of the open transaction wait.
create function kernel.jobs_waiting() returns bigint language sql stable security definer
  set search_path = pg_catalog, kernel
  as $$ select count(*) from graphile_worker._private_jobs j where j.flags ? kernel.tenant_id()::text $$;
revoke execute on function kernel.jobs_waiting() from public;
grant execute on function kernel.jobs_waiting() to beffroi_app;
