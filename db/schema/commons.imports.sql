-- tables
table commons.import_draft (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  files jsonb not null,
  answers jsonb not null,
  created_by uuid not null,
  expires_at timestamp with time zone not null default (now() + '2 days'::interval)
) row level security forced;

-- constraints
commons.import_draft import_draft_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX import_draft_pkey ON commons.import_draft USING btree (tenant_id, id);

-- policies
commons.import_draft tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.import_draft to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
