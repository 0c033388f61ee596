-- Bytes that nothing needs any more are erased; the row stays, for what was withdrawn still names it.
alter table kernel.file add column erased_at timestamptz;

-- Rows of files are facts and nobody rewrites them but by these two doors.
create function kernel.erase_files(hashes text[]) returns void language sql security definer
  set search_path = pg_catalog, kernel
as $$
  update kernel.file set erased_at = now()
  where tenant_id = kernel.tenant_id() and hash = any(hashes) and erased_at is null
$$;
revoke execute on function kernel.erase_files from public;
grant execute on function kernel.erase_files to beffroi_app;

create function kernel.file_is_back(hashes text[]) returns void language sql security definer
  set search_path = pg_catalog, kernel
as $$
  update kernel.file set erased_at = null
  where tenant_id = kernel.tenant_id() and hash = any(hashes) and erased_at is not null
$$;
revoke execute on function kernel.file_is_back from public;
grant execute on function kernel.file_is_back to beffroi_app;
