-- Which pictures the texts of a dossier show, or showed: who may see the dossier may see them. They stay with its
-- history, and go with it.
create table commons.picture_use (
  tenant_id uuid not null,
  dossier_id uuid not null,
  hash text not null,
  primary key (tenant_id, dossier_id, hash),
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade,
  foreign key (tenant_id, hash) references kernel.file
);
create index picture_use_hash on commons.picture_use (tenant_id, hash);
select kernel.isolate('commons.picture_use');
