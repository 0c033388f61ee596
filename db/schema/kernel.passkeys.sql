-- tables
table kernel.passkey (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  account_id uuid not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  host text not null,
  called text not null,
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone
) row level security forced;
table kernel.passkey_challenge (
  tenant_id uuid not null default kernel.tenant_id(),
  challenge_hash bytea not null,
  account_id uuid,
  expires_at timestamp with time zone not null
) row level security forced;

-- constraints
kernel.passkey passkey_pkey PRIMARY KEY (tenant_id, id);
kernel.passkey passkey_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.passkey passkey_tenant_id_credential_key UNIQUE (tenant_id, credential);
kernel.passkey_challenge passkey_challenge_pkey PRIMARY KEY (tenant_id, challenge_hash);
kernel.passkey_challenge passkey_challenge_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX passkey_account ON kernel.passkey USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX passkey_pkey ON kernel.passkey USING btree (tenant_id, id);
CREATE UNIQUE INDEX passkey_tenant_id_credential_key ON kernel.passkey USING btree (tenant_id, credential);
CREATE INDEX passkey_challenge_account ON kernel.passkey_challenge USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX passkey_challenge_pkey ON kernel.passkey_challenge USING btree (tenant_id, challenge_hash);

-- policies
kernel.passkey tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.passkey_challenge tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.passkey to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.passkey_challenge to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
