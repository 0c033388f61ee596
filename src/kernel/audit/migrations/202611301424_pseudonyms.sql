-- Lines of the security log say a pseudonym of who is erased, in the place of name and login. The chain stays: the hash of a line is
-- that of its writing; what stands since is signed, by a key that the database holds wrapped, with that hash and the one before.
create table kernel.audit_pseudonym (
  tenant_id uuid not null,
  seq bigint not null,
  at timestamptz not null default now(),
  signature bytea not null,
  primary key (tenant_id, seq),
  foreign key (tenant_id, seq) references kernel.audit_link on delete cascade
);
select kernel.isolate('kernel.audit_pseudonym');
revoke insert, update, delete on kernel.audit_pseudonym from beffroi_app;

-- By this door alone, and names alone: who by their id, what, from where and when stay as they were written.
create function kernel.pseudonymise_audit(
  seqs bigint[], names text[], seen text[], subjects text[], signatures bytea[]
) returns bigint language plpgsql security definer set search_path = pg_catalog, kernel
as $$
declare
  authority uuid := kernel.tenant_id();
  changed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('kernel.audit ' || authority, 0));
  update kernel.audit a set actor_name = n.name, seen_as_name = n.as_name, subject = n.subject
    from unnest(seqs, names, seen, subjects) n (seq, name, as_name, subject)
      join kernel.audit_link l on l.tenant_id = authority and l.seq = n.seq
    where a.tenant_id = authority and a.id = l.line_id;
  get diagnostics changed = row_count;
  insert into kernel.audit_pseudonym (tenant_id, seq, signature)
    select authority, n.seq, n.signature
    from unnest(seqs, signatures) n (seq, signature)
    on conflict (tenant_id, seq) do update
      set at = excluded.at, signature = excluded.signature;
  return changed;
end $$;
revoke execute on function kernel.pseudonymise_audit from public;
grant execute on function kernel.pseudonymise_audit to beffroi_app;
