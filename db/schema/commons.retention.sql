-- tables
table commons.destruction (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  reference text not null,
  kind text not null,
  rule jsonb not null,
  destroyed jsonb not null,
  by_name text not null,
  at timestamp with time zone not null,
  hash text not null
) row level security forced;
table commons.destruction_paper (
  tenant_id uuid not null default kernel.tenant_id(),
  destruction_id uuid not null,
  hash text not null
) row level security forced;
table commons.elimination (
  tenant_id uuid not null default kernel.tenant_id(),
  dossier_id uuid not null,
  ended_on date not null,
  over_on date not null,
  proposed_at timestamp with time zone not null default now(),
  asked_by uuid
) row level security forced;
table commons.erasure (
  tenant_id uuid not null default kernel.tenant_id(),
  kind text not null,
  subject_id uuid not null,
  asked_by uuid not null,
  proposed_on date not null
) row level security forced;
table commons.legal_hold (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  reason text not null,
  held_by text not null,
  held_at timestamp with time zone not null default now(),
  lifted_by text,
  lifted_at timestamp with time zone
) row level security forced;

-- constraints
commons.destruction destruction_pkey PRIMARY KEY (tenant_id, id);
commons.destruction_paper destruction_paper_pkey PRIMARY KEY (tenant_id, destruction_id);
commons.destruction_paper destruction_paper_tenant_id_destruction_id_fkey FOREIGN KEY (tenant_id, destruction_id) REFERENCES commons.destruction(tenant_id, id);
commons.elimination elimination_pkey PRIMARY KEY (tenant_id, dossier_id);
commons.elimination elimination_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.elimination elimination_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.erasure erasure_pkey PRIMARY KEY (tenant_id, kind, subject_id);
commons.erasure erasure_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.legal_hold legal_hold_check CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)));
commons.legal_hold legal_hold_pkey PRIMARY KEY (tenant_id, id);
commons.legal_hold legal_hold_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX destruction_pkey ON commons.destruction USING btree (tenant_id, id);
CREATE UNIQUE INDEX destruction_paper_pkey ON commons.destruction_paper USING btree (tenant_id, destruction_id);
CREATE UNIQUE INDEX elimination_pkey ON commons.elimination USING btree (tenant_id, dossier_id);
CREATE INDEX erasure_asked_by ON commons.erasure USING btree (tenant_id, asked_by);
CREATE UNIQUE INDEX erasure_pkey ON commons.erasure USING btree (tenant_id, kind, subject_id);
CREATE UNIQUE INDEX legal_hold_pkey ON commons.legal_hold USING btree (tenant_id, id);
CREATE UNIQUE INDEX legal_hold_tenant_id_dossier_id_idx ON commons.legal_hold USING btree (tenant_id, dossier_id) WHERE (lifted_at IS NULL);

-- policies
commons.destruction tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.destruction_paper tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.elimination tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.erasure tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.legal_hold tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.destruction to beffroi_app: INSERT, SELECT;
commons.destruction_paper to beffroi_app: INSERT, SELECT;
commons.elimination to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.erasure to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.legal_hold to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
