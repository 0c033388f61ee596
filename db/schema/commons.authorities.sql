-- tables
table commons.opening (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null,
  identity jsonb not null,
  arms text not null default ''::text,
  begun_by text not null,
  begun_at timestamp with time zone not null default now(),
  opened_as text
) row level security forced;

-- constraints
commons.opening opening_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX opening_pkey ON commons.opening USING btree (tenant_id, id);

-- policies
commons.opening tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.opening to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
