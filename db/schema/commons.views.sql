-- tables
table commons.kept_columns (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  list text not null,
  view text not null,
  columns text[] not null
) row level security forced;
table commons.saved_view (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  list text not null,
  name text not null,
  query text not null,
  person_id uuid not null,
  shared boolean not null default false,
  position integer not null
) row level security forced;

-- constraints
commons.kept_columns kept_columns_pkey PRIMARY KEY (tenant_id, person_id, list, view);
commons.kept_columns kept_columns_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
commons.saved_view saved_view_pkey PRIMARY KEY (tenant_id, id);
commons.saved_view saved_view_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX kept_columns_pkey ON commons.kept_columns USING btree (tenant_id, person_id, list, view);
CREATE INDEX saved_view_person ON commons.saved_view USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX saved_view_pkey ON commons.saved_view USING btree (tenant_id, id);
CREATE UNIQUE INDEX saved_view_tenant_id_list_person_id_name_key_idx ON commons.saved_view USING btree (tenant_id, list, person_id, kernel.name_key(name));

-- policies
commons.kept_columns tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.saved_view tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.kept_columns to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.saved_view to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
