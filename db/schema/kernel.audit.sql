-- tables
table kernel.audit (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  action text not null,
  actor_id uuid,
  actor_name text not null,
  address text,
  subject text,
  at timestamp with time zone not null default now()
) row level security forced;

-- constraints
kernel.audit audit_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE INDEX audit_addresses ON kernel.audit USING btree (tenant_id, address, at) WHERE (action = 'sign_in_refused'::text);
CREATE INDEX audit_attempts ON kernel.audit USING btree (tenant_id, subject, at) WHERE (action = 'sign_in_refused'::text);
CREATE UNIQUE INDEX audit_pkey ON kernel.audit USING btree (tenant_id, id);

-- policies
kernel.audit tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.audit to beffroi_app: INSERT, SELECT;
