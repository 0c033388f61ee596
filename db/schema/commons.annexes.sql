-- tables
table commons.annex (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  title text not null,
  file_name text not null,
  content_type text not null,
  hash text not null,
  size bigint not null,
  added_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  words text not null default 'waiting'::text,
  scan text not null default 'waiting'::text
) row level security forced;

-- constraints
commons.annex annex_pkey PRIMARY KEY (tenant_id, id);
commons.annex annex_scan_check CHECK ((scan = ANY (ARRAY['waiting'::text, 'clean'::text, 'infected'::text])));
commons.annex annex_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.annex annex_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
commons.annex annex_words_check CHECK ((words = ANY (ARRAY['waiting'::text, 'read'::text, 'no_text'::text, 'unreadable'::text])));

-- indexes
CREATE INDEX annex_dossier ON commons.annex USING btree (tenant_id, dossier_id, id);
CREATE UNIQUE INDEX annex_pkey ON commons.annex USING btree (tenant_id, id);
CREATE INDEX annex_to_scan ON commons.annex USING btree (tenant_id, id) WHERE (scan = 'waiting'::text);
CREATE INDEX annex_waiting ON commons.annex USING btree (tenant_id, id) WHERE ((words = 'waiting'::text) AND (removed_at IS NULL));

-- policies
commons.annex tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.annex to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
