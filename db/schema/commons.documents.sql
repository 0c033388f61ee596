-- tables
table commons.document (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  template text not null,
  title text not null,
  file_name text not null,
  state text not null default 'pending'::text,
  hash text,
  size bigint,
  reason text,
  asked_by text not null,
  asked_at timestamp with time zone not null default now(),
  made_at timestamp with time zone,
  format text not null default 'pdf'::text,
  readers text[] not null default '{}'::text[],
  after_id uuid,
  after_version integer
) row level security forced;

-- constraints
commons.document document_check CHECK (((state = 'ready'::text) = (hash IS NOT NULL)));
commons.document document_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'ods'::text])));
commons.document document_pkey PRIMARY KEY (tenant_id, id);
commons.document document_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'ready'::text, 'failed'::text])));
commons.document document_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.document document_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);

-- indexes
CREATE INDEX document_dossier ON commons.document USING btree (tenant_id, dossier_id, id DESC);
CREATE UNIQUE INDEX document_pkey ON commons.document USING btree (tenant_id, id);
CREATE INDEX document_waiting ON commons.document USING btree (tenant_id, dossier_id) WHERE (state = 'pending'::text);

-- policies
commons.document tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.document to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
