-- tables
table commons.notice (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  dossier_id uuid not null,
  type text not null,
  actor_name text not null,
  said text not null default ''::text,
  at timestamp with time zone not null default now(),
  seen_at timestamp with time zone
) row level security forced;
table commons.notice_unwanted (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  type text not null
) row level security forced;

-- constraints
commons.notice notice_pkey PRIMARY KEY (tenant_id, id);
commons.notice notice_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.notice notice_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
commons.notice_unwanted notice_unwanted_pkey PRIMARY KEY (tenant_id, person_id, type);
commons.notice_unwanted notice_unwanted_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX notice_dossier ON commons.notice USING btree (tenant_id, dossier_id);
CREATE INDEX notice_new ON commons.notice USING btree (tenant_id, person_id) WHERE (seen_at IS NULL);
CREATE INDEX notice_person ON commons.notice USING btree (tenant_id, person_id, id);
CREATE UNIQUE INDEX notice_pkey ON commons.notice USING btree (tenant_id, id);
CREATE UNIQUE INDEX notice_unwanted_pkey ON commons.notice_unwanted USING btree (tenant_id, person_id, type);

-- policies
commons.notice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.notice_unwanted tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.notice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.notice_unwanted to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
