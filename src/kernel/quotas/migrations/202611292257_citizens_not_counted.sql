-- Citizens are none of the people that an authority may have.
create or replace function kernel.count_use() returns trigger language plpgsql security definer
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
end $$;
