-- tables
table commons.citizen (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  email text not null default ''::text,
  number_sealed bytea,
  number_index bytea,
  assurance text not null default 'none'::text,
  identified_at timestamp with time zone,
  opened_at timestamp with time zone not null default now(),
  address text not null default ''::text
) row level security forced;
table commons.citizen_asked (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  expires_at timestamp with time zone not null
) row level security forced;
table commons.citizen_notice (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  citizen_id uuid not null,
  title text not null,
  href text not null,
  at timestamp with time zone not null default now()
) row level security forced;

-- constraints
commons.citizen citizen_assurance_check CHECK ((assurance = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text])));
commons.citizen citizen_check CHECK (((number_sealed IS NULL) = (number_index IS NULL)));
commons.citizen citizen_pkey PRIMARY KEY (tenant_id, id);
commons.citizen citizen_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES kernel.account(tenant_id, id) ON DELETE CASCADE;
commons.citizen_asked citizen_asked_pkey PRIMARY KEY (tenant_id, token_hash);
commons.citizen_notice citizen_notice_pkey PRIMARY KEY (tenant_id, id);
commons.citizen_notice citizen_notice_tenant_id_citizen_id_fkey FOREIGN KEY (tenant_id, citizen_id) REFERENCES commons.citizen(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX citizen_number ON commons.citizen USING btree (tenant_id, number_index);
CREATE UNIQUE INDEX citizen_pkey ON commons.citizen USING btree (tenant_id, id);
CREATE INDEX citizen_asked_email ON commons.citizen_asked USING btree (tenant_id, email);
CREATE UNIQUE INDEX citizen_asked_pkey ON commons.citizen_asked USING btree (tenant_id, token_hash);
CREATE INDEX citizen_notice_citizen ON commons.citizen_notice USING btree (tenant_id, citizen_id, id);
CREATE UNIQUE INDEX citizen_notice_pkey ON commons.citizen_notice USING btree (tenant_id, id);

-- policies
commons.citizen tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.citizen_asked tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.citizen_notice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.citizen to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.citizen_asked to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.citizen_notice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
