-- Takes the entry of a dossier that was erased out of the index.
create function kernel.forget_dossier(subject uuid) returns void language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  delete from kernel.search_entry where tenant_id = kernel.tenant_id() and subject_id = subject;
end;
revoke execute on function kernel.forget_dossier from public;
grant execute on function kernel.forget_dossier to beffroi_app;
