-- tables
table kernel.draft (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  account_id uuid not null,
  form text not null,
  edition uuid not null,
  page text not null,
  title text not null,
  said jsonb not null,
  at timestamp with time zone not null
) row level security forced;

-- constraints
kernel.draft draft_pkey PRIMARY KEY (tenant_id, id);
kernel.draft draft_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.draft draft_tenant_id_account_id_form_key UNIQUE (tenant_id, account_id, form);

-- indexes
CREATE INDEX draft_at ON kernel.draft USING btree (tenant_id, at);
CREATE UNIQUE INDEX draft_pkey ON kernel.draft USING btree (tenant_id, id);
CREATE UNIQUE INDEX draft_tenant_id_account_id_form_key ON kernel.draft USING btree (tenant_id, account_id, form);

-- policies
kernel.draft tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.draft to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
