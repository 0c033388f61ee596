-- By what points find their place on an agenda: classifier, elected people in charge, associated services, committees, debate.
alter table deliberations.item
  add column classifier_id uuid,
  add column to_discuss boolean not null default false,
  add column associated uuid[] not null default '{}',
  add column in_charge uuid[] not null default '{}',
  add column committees uuid[] not null default '{}',
  add foreign key (tenant_id, classifier_id) references commons.term;
