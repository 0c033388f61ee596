-- tables
table kernel.account (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text,
  principals text[] not null default '{}'::text[],
  disabled_at timestamp with time zone,
  pinned text[] not null default '{}'::text[],
  principals_on date,
  password_at timestamp with time zone,
  is_outside boolean not null default false,
  invited_at timestamp with time zone
) row level security forced;
table kernel.device (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  account_id uuid not null,
  used_at timestamp with time zone not null default now(),
  refused integer not null default 0,
  refused_at timestamp with time zone
) row level security forced;
table kernel.hat (
  tenant_id uuid not null default kernel.tenant_id(),
  account_id uuid not null,
  key text not null,
  called text not null default ''::text,
  valid_to date
) row level security forced;
table kernel.password_link (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  account_id uuid not null,
  kind text not null,
  asked_by uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
) row level security forced;
table kernel.session (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  seen_at timestamp with time zone not null default now(),
  id uuid not null default uuidv7(),
  address text,
  agent text not null default ''::text,
  idle_minutes integer not null default 120,
  proven_at timestamp with time zone not null default now(),
  awaits text,
  sees_as uuid,
  sees_until timestamp with time zone,
  hat text,
  only_outside boolean not null default false,
  assurance text
) row level security forced;
table kernel.tried (
  tenant_id uuid not null default kernel.tenant_id(),
  door text not null,
  who bytea not null,
  times integer not null default 0,
  at timestamp with time zone not null default now()
) row level security forced;

-- constraints
kernel.account account_is_a_person CHECK ((NOT ('system'::text = ANY (principals))));
kernel.account account_login_check CHECK ((login = lower(login)));
kernel.account account_pkey PRIMARY KEY (tenant_id, id);
kernel.account count_use TRIGGER DEFERRABLE INITIALLY DEFERRED;
kernel.device device_pkey PRIMARY KEY (tenant_id, token_hash);
kernel.device device_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.hat hat_key_check CHECK ((key ~ '^(citizen|company:([\da-f-]{36}|[01]\d{9}))$'::text));
kernel.hat hat_pkey PRIMARY KEY (tenant_id, account_id, key);
kernel.hat hat_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.password_link password_link_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text])));
kernel.password_link password_link_pkey PRIMARY KEY (tenant_id, token_hash);
kernel.password_link password_link_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.session session_assurance_check CHECK ((assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text])));
kernel.session session_awaits_check CHECK ((awaits = ANY (ARRAY['second'::text, 'enrolment'::text])));
kernel.session session_pkey PRIMARY KEY (tenant_id, token_hash);
kernel.session session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
kernel.session session_tenant_id_sees_as_fkey FOREIGN KEY (tenant_id, sees_as) REFERENCES kernel.account(tenant_id, id) ON DELETE SET NULL (sees_as);
kernel.tried tried_pkey PRIMARY KEY (tenant_id, door, who);

-- indexes
CREATE UNIQUE INDEX account_pkey ON kernel.account USING btree (tenant_id, id);
CREATE UNIQUE INDEX account_tenant_id_name_key_idx ON kernel.account USING btree (tenant_id, kernel.name_key(login));
CREATE INDEX device_account ON kernel.device USING btree (tenant_id, account_id, used_at);
CREATE UNIQUE INDEX device_pkey ON kernel.device USING btree (tenant_id, token_hash);
CREATE UNIQUE INDEX hat_pkey ON kernel.hat USING btree (tenant_id, account_id, key);
CREATE INDEX password_link_account ON kernel.password_link USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX password_link_pkey ON kernel.password_link USING btree (tenant_id, token_hash);
CREATE INDEX session_account ON kernel.session USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX session_id ON kernel.session USING btree (tenant_id, id);
CREATE UNIQUE INDEX session_pkey ON kernel.session USING btree (tenant_id, token_hash);
CREATE INDEX tried_at ON kernel.tried USING btree (tenant_id, at);
CREATE UNIQUE INDEX tried_pkey ON kernel.tried USING btree (tenant_id, door, who);

-- policies
kernel.account tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.device tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.hat tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.password_link tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.session tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.tried tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.account to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.device to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.hat to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.password_link to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.session to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
kernel.tried to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- triggers
CREATE CONSTRAINT TRIGGER count_use AFTER INSERT OR DELETE OR UPDATE OF disabled_at ON kernel.account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kernel.count_use('people');
