-- The files of what left the authority, by the hash of their bytes, which its content names: made for the public, none of them is a file
-- of a dossier.
create table commons.publication_file (
  tenant_id uuid not null,
  publication_hash text not null,     -- of the copy that names it
  hash text not null,
  file_name text not null check (file_name <> ''),   -- as it is downloaded
  type text not null,                 -- its media type
  size bigint not null,               -- in bytes
  primary key (tenant_id, publication_hash, hash),
  foreign key (tenant_id, publication_hash) references commons.publication (tenant_id, hash),
  foreign key (tenant_id, hash) references kernel.file
);
create index publication_file_hash on commons.publication_file (tenant_id, hash);
select kernel.isolate('commons.publication_file');
revoke update, delete on commons.publication_file from beffroi_app;

-- The public sees those of copies that it sees: withdrawn with the last of them, at once.
grant select (publication_hash, hash, file_name, type, size) on commons.publication_file to beffroi_public;
create policy shown on commons.publication_file as restrictive for select to beffroi_public
  using (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    and exists (select from commons.publication p where p.hash = publication_hash)
  );
