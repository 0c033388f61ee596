-- tables
table commons.program (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  purpose text not null,
  contact text not null,
  service_id uuid not null,
  scopes text[] not null,
  roles text[] not null default '{}'::text[],
  services uuid[] not null default '{}'::uuid[],
  function text not null default 'observer'::text,
  per_minute integer not null default 600,
  suspended_at timestamp with time zone,
  made_at timestamp with time zone not null default now(),
  made_by_name text not null
) row level security forced;
table commons.program_key (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  program_id uuid not null,
  hash bytea not null,
  tail text not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  used_at timestamp with time zone,
  used_from text,
  warned_at timestamp with time zone,
  made_at timestamp with time zone not null default now(),
  made_by_name text not null
) row level security forced;
table commons.program_token (
  tenant_id uuid not null default kernel.tenant_id(),
  hash bytea not null,
  key_id uuid not null,
  scopes text[] not null,
  expires_at timestamp with time zone not null
) row level security forced;

-- constraints
commons.program program_function_check CHECK ((function = ANY (ARRAY['editor'::text, 'observer'::text])));
commons.program program_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 6000)));
commons.program program_pkey PRIMARY KEY (tenant_id, id);
commons.program program_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.program_key program_key_pkey PRIMARY KEY (tenant_id, id);
commons.program_key program_key_tenant_id_hash_key UNIQUE (tenant_id, hash);
commons.program_key program_key_tenant_id_program_id_fkey FOREIGN KEY (tenant_id, program_id) REFERENCES commons.program(tenant_id, id) ON DELETE CASCADE;
commons.program_token program_token_pkey PRIMARY KEY (tenant_id, hash);
commons.program_token program_token_tenant_id_key_id_fkey FOREIGN KEY (tenant_id, key_id) REFERENCES commons.program_key(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX program_pkey ON commons.program USING btree (tenant_id, id);
CREATE UNIQUE INDEX program_tenant_id_name_key_idx ON commons.program USING btree (tenant_id, kernel.name_key(name));
CREATE UNIQUE INDEX program_key_pkey ON commons.program_key USING btree (tenant_id, id);
CREATE INDEX program_key_program ON commons.program_key USING btree (tenant_id, program_id);
CREATE UNIQUE INDEX program_key_tenant_id_hash_key ON commons.program_key USING btree (tenant_id, hash);
CREATE INDEX program_token_key ON commons.program_token USING btree (tenant_id, key_id);
CREATE UNIQUE INDEX program_token_pkey ON commons.program_token USING btree (tenant_id, hash);

-- policies
commons.program tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.program_key tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.program_token tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.program to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.program_key to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.program_token to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
