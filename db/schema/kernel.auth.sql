-- tables
table kernel.account (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  principals text[] not null default '{}'::text[],
  disabled_at timestamp with time zone,
  pinned text[] not null default '{}'::text[]
) row level security forced;
table kernel.session (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
) row level security forced;

-- constraints
kernel.account account_is_a_person CHECK ((NOT ('system'::text = ANY (principals))));
kernel.account account_login_check CHECK ((login = lower(login)));
kernel.account account_pkey PRIMARY KEY (tenant_id, id);
kernel.account account_tenant_id_login_key UNIQUE (tenant_id, login);
kernel.session session_pkey PRIMARY KEY (tenant_id, token_hash);
kernel.session session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX account_pkey ON kernel.account USING btree (tenant_id, id);
CREATE UNIQUE INDEX account_tenant_id_login_key ON kernel.account USING btree (tenant_id, login);
CREATE INDEX session_account ON kernel.session USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX session_pkey ON kernel.session USING btree (tenant_id, token_hash);

-- policies
kernel.account tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.session tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.account to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.session to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
