create schema templates;
grant usage on schema templates to beffroi_app;

-- From what points begin (modèle de point), and which of them stand on each agenda of an organ by themselves (point récurrent).
create table templates.point (
  tenant_id uuid not null,
  id uuid not null,
  folder text not null default '',          -- where it stands in the tree: « Personnel / Engagements »
  organ_id uuid,                            -- null: of any organ
  category_id uuid,
  amount bigint,
  privacy text not null default 'public',
  purpose text not null default 'decision',
  poll_type text not null default 'freehand',
  matter text not null default 'other',
  classifier_id uuid,
  to_discuss boolean not null default false,
  associated uuid[] not null default '{}',
  committees uuid[] not null default '{}',
  motivation text not null default '',
  decision text not null default '',
  advices uuid[] not null default '{}',     -- the kinds of advice that are asked on its points
  recurs text not null default 'never' check (recurs in ('never', 'creation', 'freeze')),
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, organ_id) references commons.organ,
  foreign key (tenant_id, category_id) references commons.term,
  foreign key (tenant_id, classifier_id) references commons.term
);
select kernel.isolate('templates.point');
create index template_recurs on templates.point (tenant_id, organ_id) where recurs <> 'never';

-- What stands on an agenda by itself: each template once a meeting, taken off or not.
create table templates.placed (
  tenant_id uuid not null,
  meeting_id uuid not null,
  template_id uuid not null,
  item_id uuid,                             -- null: it could not be put there
  halted text not null default '',          -- why, in the language of the authority
  primary key (tenant_id, meeting_id, template_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade,
  foreign key (tenant_id, template_id) references templates.point on delete cascade,
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
select kernel.isolate('templates.placed');
