-- schemas
create schema commons;
grant USAGE on schema commons to beffroi_app;
grant USAGE on schema commons to beffroi_public;

-- extensions
create extension btree_gist with schema kernel;

-- tables
table commons.mandate (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  held text not null default 'own'::text,
  for_id uuid
) row level security forced;
table commons.membership (
  tenant_id uuid not null default kernel.tenant_id(),
  service_id uuid not null,
  person_id uuid not null,
  function text not null,
  id uuid not null default uuidv7(),
  valid_from date,
  valid_to date,
  held text not null default 'own'::text,
  for_id uuid
) row level security forced;
table commons.person (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  civility text not null default ''::text,
  first_name text not null,
  last_name text not null,
  email text not null default ''::text,
  external_id text not null default ''::text,
  leaves_on date,
  heir_id uuid,
  left_at timestamp with time zone,
  merged_into uuid
) row level security forced;
table commons.role_grant (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  role text not null,
  id uuid not null default uuidv7(),
  valid_from date,
  valid_to date,
  held text not null default 'own'::text,
  for_id uuid
) row level security forced;
table commons.service (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  position integer not null default 0,
  parent_id uuid,
  closed_on date,
  opened_on date,
  successor_id uuid
) row level security forced;
table commons.service_past_name (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  service_id uuid not null,
  called text not null,
  valid_from date,
  valid_to date not null
) row level security forced;

-- constraints
commons.mandate mandate_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
commons.mandate mandate_check1 CHECK (((held = 'acting'::text) OR (for_id IS NULL)));
commons.mandate mandate_check2 CHECK ((for_id <> person_id));
commons.mandate mandate_held_check CHECK ((held = ANY (ARRAY['own'::text, 'acting'::text])));
commons.mandate mandate_once EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&);
commons.mandate mandate_pkey PRIMARY KEY (tenant_id, id);
commons.mandate mandate_tenant_id_for_id_fkey FOREIGN KEY (tenant_id, for_id) REFERENCES commons.person(tenant_id, id);
commons.mandate mandate_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.membership membership_check CHECK ((valid_to > valid_from));
commons.membership membership_check1 CHECK ((((held = 'own'::text) = (for_id IS NULL)) OR (held = 'acting'::text)));
commons.membership membership_check2 CHECK ((for_id <> person_id));
commons.membership membership_function_check CHECK ((function = ANY (ARRAY['editor'::text, 'head'::text, 'observer'::text])));
commons.membership membership_held_check CHECK ((held = ANY (ARRAY['own'::text, 'acting'::text, 'delegated'::text])));
commons.membership membership_once EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, service_id WITH =, function WITH =, daterange(valid_from, valid_to) WITH &&);
commons.membership membership_pkey PRIMARY KEY (tenant_id, id);
commons.membership membership_tenant_id_for_id_fkey FOREIGN KEY (tenant_id, for_id) REFERENCES commons.person(tenant_id, id);
commons.membership membership_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.membership membership_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.person person_check CHECK ((heir_id <> id));
commons.person person_check1 CHECK ((merged_into <> id));
commons.person person_check2 CHECK (((left_at IS NULL) OR (leaves_on IS NOT NULL)));
commons.person person_civility_check CHECK ((civility = ANY (ARRAY[''::text, 'mr'::text, 'mrs'::text])));
commons.person person_pkey PRIMARY KEY (tenant_id, id);
commons.person person_tenant_id_heir_id_fkey FOREIGN KEY (tenant_id, heir_id) REFERENCES commons.person(tenant_id, id);
commons.person person_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES commons.person(tenant_id, id);
commons.role_grant role_grant_check CHECK ((valid_to > valid_from));
commons.role_grant role_grant_check1 CHECK ((((held = 'own'::text) = (for_id IS NULL)) OR (held = 'acting'::text)));
commons.role_grant role_grant_check2 CHECK ((for_id <> person_id));
commons.role_grant role_grant_held_check CHECK ((held = ANY (ARRAY['own'::text, 'acting'::text, 'delegated'::text])));
commons.role_grant role_grant_once EXCLUDE USING gist (tenant_id WITH =, person_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&);
commons.role_grant role_grant_pkey PRIMARY KEY (tenant_id, id);
commons.role_grant role_grant_tenant_id_for_id_fkey FOREIGN KEY (tenant_id, for_id) REFERENCES commons.person(tenant_id, id);
commons.role_grant role_grant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.service service_check CHECK ((successor_id <> id));
commons.service service_check1 CHECK ((closed_on > opened_on));
commons.service service_pkey PRIMARY KEY (tenant_id, id);
commons.service service_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES commons.service(tenant_id, id);
commons.service service_tenant_id_successor_id_fkey FOREIGN KEY (tenant_id, successor_id) REFERENCES commons.service(tenant_id, id);
commons.service_past_name service_past_name_check CHECK ((valid_to >= valid_from));
commons.service_past_name service_past_name_pkey PRIMARY KEY (tenant_id, id);
commons.service_past_name service_past_name_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);

-- indexes
CREATE INDEX mandate_once ON commons.mandate USING gist (tenant_id, person_id, title, daterange(valid_from, valid_to));
CREATE INDEX mandate_person ON commons.mandate USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX mandate_pkey ON commons.mandate USING btree (tenant_id, id);
CREATE INDEX membership_once ON commons.membership USING gist (tenant_id, person_id, service_id, function, daterange(valid_from, valid_to));
CREATE INDEX membership_person ON commons.membership USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX membership_pkey ON commons.membership USING btree (tenant_id, id);
CREATE INDEX membership_service ON commons.membership USING btree (tenant_id, service_id);
CREATE INDEX person_email ON commons.person USING btree (tenant_id, lower(email)) WHERE (email <> ''::text);
CREATE UNIQUE INDEX person_external ON commons.person USING btree (tenant_id, external_id) WHERE (external_id <> ''::text);
CREATE INDEX person_heir ON commons.person USING btree (tenant_id, heir_id) WHERE (heir_id IS NOT NULL);
CREATE INDEX person_leaves ON commons.person USING btree (tenant_id, leaves_on) WHERE (leaves_on IS NOT NULL);
CREATE UNIQUE INDEX person_pkey ON commons.person USING btree (tenant_id, id);
CREATE INDEX role_grant_once ON commons.role_grant USING gist (tenant_id, person_id, role, daterange(valid_from, valid_to));
CREATE UNIQUE INDEX role_grant_pkey ON commons.role_grant USING btree (tenant_id, id);
CREATE INDEX role_grant_role ON commons.role_grant USING btree (tenant_id, role);
CREATE UNIQUE INDEX service_pkey ON commons.service USING btree (tenant_id, id);
CREATE UNIQUE INDEX service_tenant_id_name_key_idx ON commons.service USING btree (tenant_id, kernel.name_key(name));
CREATE UNIQUE INDEX service_past_name_pkey ON commons.service_past_name USING btree (tenant_id, id);
CREATE INDEX service_past_name_service ON commons.service_past_name USING btree (tenant_id, service_id);

-- policies
commons.mandate tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.membership tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.person tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.role_grant tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.service tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.service_past_name tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.mandate to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.membership to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.person to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.role_grant to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.service to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.service_past_name to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
