-- Who sees a dossier besides those whom its kind names: who was asked something of it, as long as that stands.
create table commons.lent_reader (
  tenant_id uuid not null,
  dossier_id uuid not null,
  principal text not null,
  because text not null,              -- the folder that lends it
  primary key (tenant_id, dossier_id, principal, because),
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade
);
select kernel.isolate('commons.lent_reader');
