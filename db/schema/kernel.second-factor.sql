-- tables
table kernel.recovery_code (
  tenant_id uuid not null default kernel.tenant_id(),
  code_hash bytea not null,
  account_id uuid not null,
  used_at timestamp with time zone
) row level security forced;
table kernel.totp (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  secret bytea not null,
  begun_at timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0
) row level security forced;

-- constraints
kernel.recovery_code recovery_code_pkey PRIMARY KEY (tenant_id, code_hash);
kernel.recovery_code recovery_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.totp totp_pkey PRIMARY KEY (tenant_id, id);
kernel.totp totp_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX recovery_code_account ON kernel.recovery_code USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX recovery_code_pkey ON kernel.recovery_code USING btree (tenant_id, code_hash);
CREATE UNIQUE INDEX totp_pkey ON kernel.totp USING btree (tenant_id, id);

-- policies
kernel.recovery_code tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.totp tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.recovery_code to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.totp to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
