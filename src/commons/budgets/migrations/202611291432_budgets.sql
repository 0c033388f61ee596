-- The money that a dossier asks for is of the house: what elements of plans ask for keeps its rows and keys.
alter table strategy.budget_line set schema commons;
alter table commons.budget_line rename column element_id to dossier_id;
alter index commons.budget_line_element rename to budget_line_dossier;
alter table commons.budget_line
  drop constraint budget_line_tenant_id_element_id_fkey,
  add foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade;
