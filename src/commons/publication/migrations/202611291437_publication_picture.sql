-- The pictures of what left the authority, by the hash of their bytes, which its content names.
create table commons.publication_picture (
  tenant_id uuid not null,
  publication_hash text not null,     -- of the copy that shows it
  hash text not null,
  primary key (tenant_id, publication_hash, hash),
  foreign key (tenant_id, publication_hash) references commons.publication (tenant_id, hash),
  foreign key (tenant_id, hash) references kernel.file
);
create index publication_picture_hash on commons.publication_picture (tenant_id, hash);
select kernel.isolate('commons.publication_picture');
revoke update, delete on commons.publication_picture from beffroi_app;

-- The public sees those of copies that it sees.
grant select (publication_hash, hash) on commons.publication_picture to beffroi_public;
create policy shown on commons.publication_picture as restrictive for select to beffroi_public
  using (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    and exists (select from commons.publication p where p.hash = publication_hash)
  );
