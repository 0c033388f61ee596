-- schemas
create schema strategy;
grant USAGE on schema strategy to beffroi_app;

-- functions
CREATE OR REPLACE FUNCTION strategy.check_weights()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
grant EXECUTE on function strategy.check_weights() to public;

-- tables
table strategy.element (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  plan_id uuid not null,
  level text not null,
  number integer,
  nature text,
  body text,
  description text not null default ''::text,
  comments text not null default ''::text,
  observation text not null default ''::text,
  budget_comments text not null default ''::text,
  priority smallint,
  categories uuid[] not null default '{}'::uuid[],
  plans uuid[] not null default '{}'::uuid[],
  sdgs smallint[] not null default '{}'::smallint[],
  partners text[] not null default '{}'::text[],
  planned_begin date,
  effective_begin date,
  effective_end date,
  progress smallint,
  progress_reason text not null default ''::text,
  effort smallint not null default 1,
  health text,
  health_reason text not null default ''::text,
  fte double precision not null default 0,
  remark text not null default ''::text,
  editors text[] not null default '{}'::text[],
  viewers text[] not null default '{}'::text[],
  bearers text[] not null default '{}'::text[],
  exchange_id text not null,
  exercise integer not null,
  carried_from uuid,
  archived boolean not null default false
) row level security forced;
table strategy.placement (
  tenant_id uuid not null default kernel.tenant_id(),
  child_id uuid not null,
  parent_id uuid not null,
  plan_id uuid not null,
  position integer not null,
  weight integer not null
) row level security forced;
table strategy.plan (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  starts_on date not null,
  ends_on date not null,
  designated_on date,
  first_year integer not null,
  last_year integer not null,
  exercise integer not null,
  body text not null,
  nis integer not null,
  numbering text not null default 'sequence'::text,
  counted text[] not null,
  fields jsonb not null default '{}'::jsonb,
  last_number integer not null default 0,
  exchange_id text not null,
  previous_id uuid,
  installed_on date
) row level security forced;
table strategy.responsibility (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  part text not null,
  service_id uuid,
  person_id uuid,
  civility text not null default ''::text,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text
) row level security forced;

-- constraints
strategy.element element_body_check CHECK ((body = ANY (ARRAY['commune'::text, 'cpas'::text])));
strategy.element element_check CHECK (((level = 'volet'::text) = (nature IS NOT NULL)));
strategy.element element_effort_check CHECK (((effort >= 0) AND (effort <= 100)));
strategy.element element_fte_check CHECK ((fte >= (0)::double precision));
strategy.element element_health_check CHECK ((health = ANY (ARRAY['good'::text, 'risk'::text, 'blocked'::text, 'paused'::text])));
strategy.element element_level_check CHECK ((level = ANY (ARRAY['volet'::text, 'strategic'::text, 'operational'::text, 'action'::text, 'sub_action'::text, 'task'::text])));
strategy.element element_nature_check CHECK ((nature = ANY (ARRAY['internal'::text, 'external'::text])));
strategy.element element_pkey PRIMARY KEY (tenant_id, id);
strategy.element element_priority_check CHECK (((priority >= 0) AND (priority <= 2)));
strategy.element element_progress_check CHECK (((progress >= 0) AND (progress <= 100)));
strategy.element element_sdgs_check CHECK ((sdgs <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17}'::smallint[]));
strategy.element element_tenant_id_carried_from_fkey FOREIGN KEY (tenant_id, carried_from) REFERENCES strategy.element(tenant_id, id);
strategy.element element_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
strategy.element element_tenant_id_plan_id_exchange_id_key UNIQUE (tenant_id, plan_id, exchange_id);
strategy.element element_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES strategy.plan(tenant_id, id);
strategy.placement check_weights TRIGGER DEFERRABLE INITIALLY DEFERRED;
strategy.placement placement_check CHECK ((child_id <> parent_id));
strategy.placement placement_pkey PRIMARY KEY (tenant_id, child_id, parent_id);
strategy.placement placement_tenant_id_child_id_fkey FOREIGN KEY (tenant_id, child_id) REFERENCES strategy.element(tenant_id, id) ON DELETE CASCADE;
strategy.placement placement_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES strategy.element(tenant_id, id);
strategy.placement placement_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES strategy.plan(tenant_id, id);
strategy.placement placement_weight_check CHECK (((weight >= 0) AND (weight <= 10000)));
strategy.plan plan_body_check CHECK ((body = ANY (ARRAY['commune'::text, 'cpas'::text, 'shared'::text])));
strategy.plan plan_check CHECK (((ends_on > starts_on) AND (last_year >= first_year)));
strategy.plan plan_numbering_check CHECK ((numbering = ANY (ARRAY['sequence'::text, 'outline'::text])));
strategy.plan plan_pkey PRIMARY KEY (tenant_id, id);
strategy.plan plan_tenant_id_exchange_id_key UNIQUE (tenant_id, exchange_id);
strategy.plan plan_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
strategy.plan plan_tenant_id_previous_id_fkey FOREIGN KEY (tenant_id, previous_id) REFERENCES strategy.plan(tenant_id, id);
strategy.responsibility responsibility_check CHECK ((num_nonnulls(service_id, person_id, NULLIF(last_name, ''::text)) = 1));
strategy.responsibility responsibility_civility_check CHECK ((civility = ANY (ARRAY[''::text, 'mr'::text, 'mrs'::text])));
strategy.responsibility responsibility_part_check CHECK ((part = ANY (ARRAY['manager'::text, 'mandatary'::text, 'administrator'::text, 'bearer'::text, 'concerned'::text])));
strategy.responsibility responsibility_pkey PRIMARY KEY (tenant_id, id);
strategy.responsibility responsibility_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id) ON DELETE CASCADE;
strategy.responsibility responsibility_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
strategy.responsibility responsibility_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX element_pkey ON strategy.element USING btree (tenant_id, id);
CREATE INDEX element_plan ON strategy.element USING btree (tenant_id, plan_id, level);
CREATE UNIQUE INDEX element_tenant_id_plan_id_exchange_id_key ON strategy.element USING btree (tenant_id, plan_id, exchange_id);
CREATE INDEX placement_parent ON strategy.placement USING btree (tenant_id, parent_id, "position");
CREATE UNIQUE INDEX placement_pkey ON strategy.placement USING btree (tenant_id, child_id, parent_id);
CREATE INDEX placement_plan ON strategy.placement USING btree (tenant_id, plan_id);
CREATE UNIQUE INDEX plan_pkey ON strategy.plan USING btree (tenant_id, id);
CREATE UNIQUE INDEX plan_tenant_id_exchange_id_key ON strategy.plan USING btree (tenant_id, exchange_id);
CREATE INDEX responsibility_element ON strategy.responsibility USING btree (tenant_id, element_id);
CREATE INDEX responsibility_person ON strategy.responsibility USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX responsibility_pkey ON strategy.responsibility USING btree (tenant_id, id);
CREATE INDEX responsibility_service ON strategy.responsibility USING btree (tenant_id, service_id);

-- policies
strategy.element tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
strategy.placement tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
strategy.plan tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
strategy.responsibility tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
strategy.element to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.placement to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.plan to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
strategy.responsibility to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- triggers
CREATE CONSTRAINT TRIGGER check_weights AFTER INSERT OR DELETE OR UPDATE ON strategy.placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION strategy.check_weights();
