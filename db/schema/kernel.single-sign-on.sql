-- tables
table kernel.identity_link (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  account_id uuid not null,
  issuer text not null,
  subject text not null,
  via text not null,
  since timestamp with time zone not null default now(),
  used_at timestamp with time zone
) row level security forced;
table kernel.identity_provider (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea,
  scopes text not null default 'openid profile email'::text,
  subject_claim text not null default 'sub'::text,
  acr_values text not null default ''::text,
  asks_user_info boolean not null default false,
  position integer not null default 0,
  is_on boolean not null default false,
  is_only boolean not null default false,
  takes_external_id boolean not null default false,
  serves text not null default 'staff'::text,
  number_claim text not null default ''::text
) row level security forced;
table kernel.identity_request (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  called text not null default ''::text,
  email text not null default ''::text,
  first_at timestamp with time zone not null default now(),
  last_at timestamp with time zone not null default now()
) row level security forced;
table kernel.logout_token (
  tenant_id uuid not null default kernel.tenant_id(),
  provider_id uuid not null,
  jti_hash bytea not null,
  expires_at timestamp with time zone not null
) row level security forced;
table kernel.provider_session (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  provider_id uuid not null,
  subject text not null,
  sid text,
  id_token bytea
) row level security forced;
table kernel.way_out (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  state_hash bytea not null,
  provider_id uuid not null,
  purpose text not null,
  browser_hash bytea not null,
  code_verifier text not null default ''::text,
  nonce text not null default ''::text,
  redirect_uri text not null,
  next text not null default '/'::text,
  account_id uuid,
  link_hash bytea,
  carried bytea,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
) row level security forced;

-- constraints
kernel.identity_link identity_link_pkey PRIMARY KEY (tenant_id, id);
kernel.identity_link identity_link_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.identity_link identity_link_tenant_id_account_id_issuer_key UNIQUE (tenant_id, account_id, issuer);
kernel.identity_link identity_link_tenant_id_issuer_subject_key UNIQUE (tenant_id, issuer, subject);
kernel.identity_link identity_link_via_check CHECK ((via = ANY (ARRAY['administrator'::text, 'import'::text, 'invitation'::text, 'scim'::text, 'self'::text])));
kernel.identity_provider identity_provider_check CHECK ((is_on OR (NOT is_only)));
kernel.identity_provider identity_provider_check1 CHECK (((serves = 'staff'::text) OR (NOT is_only)));
kernel.identity_provider identity_provider_pkey PRIMARY KEY (tenant_id, id);
kernel.identity_provider identity_provider_serves_check CHECK ((serves = ANY (ARRAY['staff'::text, 'citizens'::text])));
kernel.identity_provider identity_provider_subject_claim_check CHECK ((subject_claim = ANY (ARRAY['sub'::text, 'oid'::text])));
kernel.identity_provider identity_provider_tenant_id_issuer_key UNIQUE (tenant_id, issuer);
kernel.identity_request identity_request_pkey PRIMARY KEY (tenant_id, id);
kernel.identity_request identity_request_tenant_id_issuer_subject_key UNIQUE (tenant_id, issuer, subject);
kernel.identity_request identity_request_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES kernel.identity_provider(tenant_id, id) ON DELETE CASCADE;
kernel.logout_token logout_token_pkey PRIMARY KEY (tenant_id, provider_id, jti_hash);
kernel.logout_token logout_token_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES kernel.identity_provider(tenant_id, id) ON DELETE CASCADE;
kernel.provider_session provider_session_pkey PRIMARY KEY (tenant_id, id);
kernel.provider_session provider_session_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES kernel.session(tenant_id, id) ON DELETE CASCADE;
kernel.provider_session provider_session_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES kernel.identity_provider(tenant_id, id) ON DELETE CASCADE;
kernel.way_out way_out_pkey PRIMARY KEY (tenant_id, id);
kernel.way_out way_out_purpose_check CHECK ((purpose = ANY (ARRAY['invitation'::text, 'leave'::text, 'link'::text, 'prove'::text, 'sign_in'::text, 'try'::text])));
kernel.way_out way_out_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.way_out way_out_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES kernel.identity_provider(tenant_id, id) ON DELETE CASCADE;
kernel.way_out way_out_tenant_id_state_hash_key UNIQUE (tenant_id, state_hash);

-- indexes
CREATE UNIQUE INDEX identity_link_pkey ON kernel.identity_link USING btree (tenant_id, id);
CREATE UNIQUE INDEX identity_link_tenant_id_account_id_issuer_key ON kernel.identity_link USING btree (tenant_id, account_id, issuer);
CREATE UNIQUE INDEX identity_link_tenant_id_issuer_subject_key ON kernel.identity_link USING btree (tenant_id, issuer, subject);
CREATE UNIQUE INDEX identity_provider_pkey ON kernel.identity_provider USING btree (tenant_id, id);
CREATE UNIQUE INDEX identity_provider_tenant_id_issuer_key ON kernel.identity_provider USING btree (tenant_id, issuer);
CREATE UNIQUE INDEX identity_provider_tenant_id_name_key_idx ON kernel.identity_provider USING btree (tenant_id, kernel.name_key(name));
CREATE UNIQUE INDEX identity_request_pkey ON kernel.identity_request USING btree (tenant_id, id);
CREATE INDEX identity_request_provider ON kernel.identity_request USING btree (tenant_id, provider_id);
CREATE UNIQUE INDEX identity_request_tenant_id_issuer_subject_key ON kernel.identity_request USING btree (tenant_id, issuer, subject);
CREATE INDEX logout_token_expires ON kernel.logout_token USING btree (tenant_id, expires_at);
CREATE UNIQUE INDEX logout_token_pkey ON kernel.logout_token USING btree (tenant_id, provider_id, jti_hash);
CREATE UNIQUE INDEX provider_session_pkey ON kernel.provider_session USING btree (tenant_id, id);
CREATE INDEX provider_session_sid ON kernel.provider_session USING btree (tenant_id, provider_id, sid);
CREATE INDEX provider_session_subject ON kernel.provider_session USING btree (tenant_id, provider_id, subject);
CREATE INDEX way_out_account ON kernel.way_out USING btree (tenant_id, account_id);
CREATE INDEX way_out_expires ON kernel.way_out USING btree (tenant_id, expires_at);
CREATE UNIQUE INDEX way_out_pkey ON kernel.way_out USING btree (tenant_id, id);
CREATE INDEX way_out_provider ON kernel.way_out USING btree (tenant_id, provider_id);
CREATE UNIQUE INDEX way_out_tenant_id_state_hash_key ON kernel.way_out USING btree (tenant_id, state_hash);

-- policies
kernel.identity_link tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.identity_provider tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.identity_request tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.logout_token tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.provider_session tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.way_out tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.identity_link to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.identity_provider to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.identity_request to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.logout_token to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.provider_session to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.way_out to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
