-- A person as a system of joiners and leavers knows them (SCIM 2.0, RFC 7643): its own name for them, and that it took
-- them away, after which it may bring them again.
create table commons.provisioned (
  tenant_id uuid not null,
  person_id uuid not null,
  external_id text not null default '',
  removed_at timestamptz,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references commons.person on delete cascade
);
create unique index provisioned_external on commons.provisioned (tenant_id, external_id) where external_id <> '';
select kernel.isolate('commons.provisioned');
