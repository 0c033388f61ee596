-- Who is to be in a group, where a list was sent that is too long for one transaction: as long as it is being carried out.
create table commons.scim_wanted (
  tenant_id uuid not null,
  group_id text not null,                   -- service-<id>, role-<name>
  members text[] not null,
  primary key (tenant_id, group_id)
);
select kernel.isolate('commons.scim_wanted');
