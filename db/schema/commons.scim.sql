-- tables
table commons.provisioned (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  external_id text not null default ''::text,
  removed_at timestamp with time zone
) row level security forced;
table commons.scim_wanted (
  tenant_id uuid not null default kernel.tenant_id(),
  group_id text not null,
  members text[] not null
) row level security forced;

-- constraints
commons.provisioned provisioned_pkey PRIMARY KEY (tenant_id, person_id);
commons.provisioned provisioned_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
commons.scim_wanted scim_wanted_pkey PRIMARY KEY (tenant_id, group_id);

-- indexes
CREATE UNIQUE INDEX provisioned_external ON commons.provisioned USING btree (tenant_id, external_id) WHERE (external_id <> ''::text);
CREATE UNIQUE INDEX provisioned_pkey ON commons.provisioned USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX scim_wanted_pkey ON commons.scim_wanted USING btree (tenant_id, group_id);

-- policies
commons.provisioned tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.scim_wanted tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.provisioned to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.scim_wanted to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
