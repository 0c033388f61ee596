-- tables
table commons.setting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  given jsonb not null,
  decided_by text not null,
  decided_at timestamp with time zone not null default now(),
  is_default boolean not null default false
) row level security forced;

-- constraints
commons.setting setting_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX setting_pkey ON commons.setting USING btree (tenant_id, id);
CREATE INDEX setting_tenant_id_name_id_idx ON commons.setting USING btree (tenant_id, name, id);

-- policies
commons.setting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.setting to beffroi_app: INSERT, SELECT;
