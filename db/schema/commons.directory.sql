-- schemas
create schema commons;
grant USAGE on schema commons to beffroi_app;
grant USAGE on schema commons to beffroi_public;

-- tables
table commons.mandate (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  title text not null,
  valid_from date not null,
  valid_to date
) row level security forced;
table commons.membership (
  tenant_id uuid not null default kernel.tenant_id(),
  service_id uuid not null,
  person_id uuid not null,
  function text not null
) row level security forced;
table commons.person (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  civility text not null default ''::text,
  first_name text not null,
  last_name text not null
) row level security forced;
table commons.role_grant (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  role text not null
) row level security forced;
table commons.service (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  position integer not null default 0,
  parent_id uuid,
  closed_on date
) row level security forced;

-- constraints
commons.mandate mandate_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
commons.mandate mandate_pkey PRIMARY KEY (tenant_id, id);
commons.mandate mandate_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.membership membership_function_check CHECK ((function = ANY (ARRAY['editor'::text, 'head'::text, 'observer'::text])));
commons.membership membership_pkey PRIMARY KEY (tenant_id, service_id, person_id, function);
commons.membership membership_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.membership membership_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.person person_civility_check CHECK ((civility = ANY (ARRAY[''::text, 'mr'::text, 'mrs'::text])));
commons.person person_pkey PRIMARY KEY (tenant_id, id);
commons.role_grant role_grant_pkey PRIMARY KEY (tenant_id, person_id, role);
commons.role_grant role_grant_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
commons.service service_pkey PRIMARY KEY (tenant_id, id);
commons.service service_tenant_id_name_key UNIQUE (tenant_id, name);
commons.service service_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES commons.service(tenant_id, id);

-- indexes
CREATE INDEX mandate_person ON commons.mandate USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX mandate_pkey ON commons.mandate USING btree (tenant_id, id);
CREATE INDEX membership_person ON commons.membership USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX membership_pkey ON commons.membership USING btree (tenant_id, service_id, person_id, function);
CREATE UNIQUE INDEX person_pkey ON commons.person USING btree (tenant_id, id);
CREATE UNIQUE INDEX role_grant_pkey ON commons.role_grant USING btree (tenant_id, person_id, role);
CREATE UNIQUE INDEX service_pkey ON commons.service USING btree (tenant_id, id);
CREATE UNIQUE INDEX service_tenant_id_name_key ON commons.service USING btree (tenant_id, name);

-- policies
commons.mandate tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.membership tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.person tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.role_grant tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.service tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.mandate to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.membership to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.person to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.role_grant to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.service to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
