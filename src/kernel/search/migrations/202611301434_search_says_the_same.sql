-- Most of what is written of a dossier changes none of its words: a step, who may see it, when it is due. Then they are
-- not read again, which was nine tenths of what freezing an agenda asked of the database. Whether it says other words
-- than before, so that these alone are learned.
drop function kernel.index_dossier(uuid, text, text, text, text, text[]);

create function kernel.index_dossier(
  subject uuid, kind text, title text, reference text, body text, readers text[]) returns boolean
  language sql security definer
  set search_path = pg_catalog, kernel
begin atomic
  with known as materialized (
    select e.title = index_dossier.title and e.body = kernel.bare(left(index_dossier.body, 400000)) as as_before,
      e.reference = index_dossier.reference as named_as_before
    from kernel.search_entry e
    where e.tenant_id = kernel.tenant_id() and e.subject_id = index_dossier.subject and not e.stale),
  moved as (
    update kernel.search_entry e set readers = index_dossier.readers, changed_at = now()
    where e.tenant_id = kernel.tenant_id() and e.subject_id = index_dossier.subject
      and exists (select from known where as_before and named_as_before)),
  written as (
    insert into kernel.search_entry (subject_id, kind, title, reference, readers, body, words)
    select index_dossier.subject, index_dossier.kind, index_dossier.title, index_dossier.reference, index_dossier.readers,
      kernel.bare(left(index_dossier.body, 400000)),
      kernel.found_under(index_dossier.title, index_dossier.reference, index_dossier.body)
    where not exists (select from known where as_before and named_as_before)
    on conflict (tenant_id, subject_id) do update set title = excluded.title, reference = excluded.reference,
      readers = excluded.readers, body = excluded.body, words = excluded.words, stale = false, changed_at = now())
  select not exists (select from known where as_before);
end;

revoke execute on function kernel.index_dossier from public;
grant execute on function kernel.index_dossier to beffroi_app;
