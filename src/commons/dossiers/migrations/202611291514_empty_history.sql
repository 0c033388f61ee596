-- History keeps that something was done, by whom and when; what it told of a destroyed dossier goes with it.
create function commons.empty_history(dossiers uuid[]) returns void language sql security definer
  set search_path = pg_catalog, kernel
as $$
  update kernel.event set data = '{}' where tenant_id = kernel.tenant_id() and subject_id = any(dossiers)
$$;
revoke execute on function commons.empty_history from public;
grant execute on function commons.empty_history to beffroi_app;
