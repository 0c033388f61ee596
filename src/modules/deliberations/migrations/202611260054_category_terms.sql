-- Categories are terms of a vocabulary now (deliberations.category), under the ids that they had.
-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table deliberations.category no force row level security;
alter table commons.term no force row level security;
insert into commons.term (tenant_id, id, vocabulary, name, position)
select tenant_id, id, 'deliberations.category', name, position from deliberations.category;
alter table commons.term force row level security;

alter table deliberations.item
  drop constraint item_tenant_id_category_id_fkey,
  add foreign key (tenant_id, category_id) references commons.term;
drop table deliberations.category;
