-- schemas
create schema ecomptes;
grant USAGE on schema ecomptes to beffroi_app;

-- tables
table ecomptes.article (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  exercise integer not null,
  service text not null,
  type text not null,
  code text not null,
  label text not null,
  cents bigint not null
) row level security forced;
table ecomptes.department (
  tenant_id uuid not null default kernel.tenant_id(),
  name text not null,
  service_id uuid not null
) row level security forced;
table ecomptes.projection (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  element_id uuid not null,
  service text not null,
  type text not null,
  economic_group text not null,
  label text not null,
  amounts jsonb not null
) row level security forced;

-- constraints
ecomptes.article article_pkey PRIMARY KEY (tenant_id, id);
ecomptes.article article_service_check CHECK ((service = ANY (ARRAY['O'::text, 'E'::text])));
ecomptes.article article_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id);
ecomptes.article article_type_check CHECK ((type = ANY (ARRAY['R'::text, 'D'::text])));
ecomptes.department department_pkey PRIMARY KEY (tenant_id, name);
ecomptes.department department_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
ecomptes.projection projection_pkey PRIMARY KEY (tenant_id, id);
ecomptes.projection projection_service_check CHECK ((service = ANY (ARRAY['O'::text, 'E'::text])));
ecomptes.projection projection_tenant_id_element_id_fkey FOREIGN KEY (tenant_id, element_id) REFERENCES strategy.element(tenant_id, id);
ecomptes.projection projection_type_check CHECK ((type = ANY (ARRAY['R'::text, 'D'::text])));

-- indexes
CREATE INDEX article_element ON ecomptes.article USING btree (tenant_id, element_id);
CREATE UNIQUE INDEX article_pkey ON ecomptes.article USING btree (tenant_id, id);
CREATE UNIQUE INDEX department_pkey ON ecomptes.department USING btree (tenant_id, name);
CREATE UNIQUE INDEX department_tenant_id_name_key_idx ON ecomptes.department USING btree (tenant_id, kernel.name_key(name));
CREATE INDEX projection_element ON ecomptes.projection USING btree (tenant_id, element_id);
CREATE UNIQUE INDEX projection_pkey ON ecomptes.projection USING btree (tenant_id, id);

-- policies
ecomptes.article tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
ecomptes.department tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
ecomptes.projection tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
ecomptes.article to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
ecomptes.department to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
ecomptes.projection to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
