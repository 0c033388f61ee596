-- Which service of ours a department (Departement) of eComptes stands for: asked once, remembered.
create table ecomptes.department (
  tenant_id uuid not null,
  name text not null,
  service_id uuid not null,
  primary key (tenant_id, name),
  foreign key (tenant_id, service_id) references commons.service
);
select kernel.isolate('ecomptes.department');
