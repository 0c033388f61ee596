-- tables
table commons.budget_line (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  source_id uuid not null,
  year integer not null,
  cents bigint not null,
  comment text not null default ''::text
) row level security forced;

-- constraints
commons.budget_line budget_line_pkey PRIMARY KEY (tenant_id, id);
commons.budget_line budget_line_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.budget_line budget_line_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES commons.term(tenant_id, id);

-- indexes
CREATE INDEX budget_line_dossier ON commons.budget_line USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX budget_line_pkey ON commons.budget_line USING btree (tenant_id, id);
CREATE INDEX budget_line_source ON commons.budget_line USING btree (tenant_id, source_id);

-- policies
commons.budget_line tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.budget_line to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
