-- schemas
create schema validation;
grant USAGE on schema validation to beffroi_app;

-- tables
table validation.scheme (
  tenant_id uuid not null default kernel.tenant_id(),
  organ_id uuid not null,
  levels jsonb not null,
  shortcuts boolean not null default false
) row level security forced;

-- constraints
validation.scheme scheme_pkey PRIMARY KEY (tenant_id, organ_id);
validation.scheme scheme_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX scheme_pkey ON validation.scheme USING btree (tenant_id, organ_id);

-- policies
validation.scheme tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
validation.scheme to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
