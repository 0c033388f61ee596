create schema strategy;
grant usage on schema strategy to beffroi_app;

-- A strategic plan (programme stratégique transversal, PST) of one legislature. Shares its key with
-- commons.dossier.
create table strategy.plan (
  tenant_id uuid not null,
  id uuid not null,
  starts_on date not null,            -- the legislature
  ends_on date not null,
  designated_on date,                 -- of the échevins: the delay of presentation runs from it
  first_year integer not null,        -- the exercises (exercices) of its budget
  last_year integer not null,
  exercise integer not null,          -- the one under way
  body text not null check (body in ('commune', 'cpas', 'shared')),
  nis integer not null,               -- code of the municipality (INS)
  numbering text not null default 'sequence' check (numbering in ('sequence', 'outline')),
  counted text[] not null,            -- the states in which a budget counts in the totals above
  fields jsonb not null default '{}', -- FieldSettings of fields.ts
  last_number integer not null default 0,
  exchange_id text not null,          -- IdPST of eComptes
  previous_id uuid,                   -- the plan of the legislature before
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, previous_id) references strategy.plan,
  unique (tenant_id, exchange_id),
  check (ends_on > starts_on and last_year >= first_year)
);
select kernel.isolate('strategy.plan');

-- What a plan is made of, at every level, from its volets to its tasks. Shares its key with
-- commons.dossier, whose due_on is the planned end (échéance).
create table strategy.element (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  level text not null check (level in
    ('volet', 'strategic', 'operational', 'action', 'sub_action', 'task')),
  number integer,                     -- the 16 of « A.16 »; none for volets and tasks
  nature text check (nature in ('internal', 'external')),          -- of a volet
  body text check (body in ('commune', 'cpas')),                   -- of a shared plan: null is joint
  description text not null default '',                            -- rich text
  comments text not null default '',
  observation text not null default '',
  budget_comments text not null default '',
  priority smallint check (priority between 0 and 2),
  categories uuid[] not null default '{}',
  plans uuid[] not null default '{}', -- transversal plans (PCDN, PCS…)
  sdgs smallint[] not null default '{}' check (sdgs <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17}'),
  partners text[] not null default '{}',
  planned_begin date,
  effective_begin date,
  effective_end date,
  progress smallint check (progress between 0 and 100),            -- by hand; null: computed
  progress_reason text not null default '',
  effort smallint not null default 1 check (effort between 0 and 100), -- share in the progress above
  health text check (health in ('good', 'risk', 'blocked', 'paused')),
  health_reason text not null default '',
  fte double precision not null default 0 check (fte >= 0),        -- full-time equivalents (ETP)
  remark text not null default '',    -- on how far it is
  editors text[] not null default '{}', -- principals, kept by rights.ts
  viewers text[] not null default '{}',
  bearers text[] not null default '{}',
  exchange_id text not null,          -- ElementId of eComptes
  exercise integer not null,          -- its Exercice there
  carried_from uuid,                  -- the element of the plan before that it goes on with
  archived boolean not null default false, -- with its plan
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, plan_id) references strategy.plan,
  foreign key (tenant_id, carried_from) references strategy.element,
  unique (tenant_id, plan_id, exchange_id),
  check ((level = 'volet') = (nature is not null))
);
create index element_plan on strategy.element (tenant_id, plan_id, level);
select kernel.isolate('strategy.element');

-- Where an element stands: below one parent, or several (mirrors). Its weights share out its budget
-- and add up to 100 %, so that nothing counts twice.
create table strategy.placement (
  tenant_id uuid not null,
  child_id uuid not null,
  parent_id uuid not null,
  plan_id uuid not null,
  position integer not null,          -- among the children of the parent, from 1
  weight integer not null check (weight between 0 and 10000),      -- hundredths of a per cent
  primary key (tenant_id, child_id, parent_id),
  foreign key (tenant_id, child_id) references strategy.element on delete cascade,
  foreign key (tenant_id, parent_id) references strategy.element,
  foreign key (tenant_id, plan_id) references strategy.plan,
  check (child_id <> parent_id)
);
create index placement_parent on strategy.placement (tenant_id, parent_id, position);
create index placement_plan on strategy.placement (tenant_id, plan_id);
select kernel.isolate('strategy.placement');

create function strategy.check_weights() returns trigger language plpgsql as $$
declare
  child uuid := coalesce(new.child_id, old.child_id);
  total integer;
begin
  select sum(weight) into total from strategy.placement
  where tenant_id = coalesce(new.tenant_id, old.tenant_id) and child_id = child;
  if total <> 10000 then
    raise exception 'the weights of % add up to %, not to 10000', child, total;
  end if;
  return null;
end $$;
create constraint trigger check_weights after insert or update or delete on strategy.placement
  deferrable initially deferred for each row execute function strategy.check_weights();

-- Who answers for what: a service, somebody of the directory, or a name that eComptes told.
create table strategy.responsibility (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  element_id uuid not null,
  part text not null check (part in ('manager', 'mandatary', 'administrator', 'bearer', 'concerned')),
  service_id uuid,
  person_id uuid,
  civility text not null default '' check (civility in ('', 'mr', 'mrs')),
  first_name text not null default '',
  last_name text not null default '',
  phone text not null default '',
  email text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, element_id) references strategy.element on delete cascade,
  foreign key (tenant_id, service_id) references commons.service,
  foreign key (tenant_id, person_id) references commons.person,
  check (num_nonnulls(service_id, person_id, nullif(last_name, '')) = 1)
);
create index responsibility_element on strategy.responsibility (tenant_id, element_id);
create index responsibility_person on strategy.responsibility (tenant_id, person_id);
create index responsibility_service on strategy.responsibility (tenant_id, service_id);
select kernel.isolate('strategy.responsibility');
