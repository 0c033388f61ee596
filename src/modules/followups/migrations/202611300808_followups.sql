create schema followups;
grant usage on schema followups to beffroi_app;

-- What is to be done of what was decided (suivi), by which service and by when: the day is `due_on` of the root.
create table followups.task (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  in_charge uuid,
  answer text not null default '',          -- what was done, as its service says it
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade,
  foreign key (tenant_id, in_charge) references commons.person
);
select kernel.isolate('followups.task');
create index task_of_item on followups.task (tenant_id, item_id);
