-- A point of which something is said may be prepared elsewhere than here: what is said is of its dossier.
alter table publications.choice drop constraint choice_tenant_id_item_id_fkey,
  add foreign key (tenant_id, item_id) references commons.dossier on delete cascade;
alter table publications.reading drop constraint reading_tenant_id_item_id_fkey,
  add foreign key (tenant_id, item_id) references commons.dossier on delete cascade;
alter table publications.judgement drop constraint judgement_tenant_id_item_id_fkey,
  add foreign key (tenant_id, item_id) references commons.dossier on delete cascade;
alter table publications.confirmation drop constraint confirmation_tenant_id_item_id_fkey,
  add foreign key (tenant_id, item_id) references commons.dossier on delete cascade;
