-- schemas
create schema register;
grant USAGE on schema register to beffroi_app;

-- tables
table register.entry (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  seq integer not null,
  kind text not null,
  number integer not null,
  reference text not null,
  about_id uuid not null,
  meeting_id uuid not null,
  corrects integer,
  day date not null,
  title text not null,
  content text not null,
  minutes_hash text not null,
  written_at timestamp with time zone not null,
  written_by text not null,
  hash text not null,
  master text not null,
  signature bytea not null
) row level security forced;

-- constraints
register.entry entry_kind_check CHECK ((kind = ANY (ARRAY['act'::text, 'correction'::text])));
register.entry entry_pkey PRIMARY KEY (tenant_id, organ_id, seq);
register.entry entry_seq_check CHECK ((seq > 0));
register.entry entry_tenant_id_about_id_fkey FOREIGN KEY (tenant_id, about_id) REFERENCES commons.dossier(tenant_id, id);
register.entry entry_tenant_id_id_key UNIQUE (tenant_id, id);
register.entry entry_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
register.entry entry_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
register.entry entry_tenant_id_reference_key UNIQUE (tenant_id, reference);

-- indexes
CREATE UNIQUE INDEX entry_act ON register.entry USING btree (tenant_id, about_id) WHERE (kind = 'act'::text);
CREATE INDEX entry_meeting ON register.entry USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX entry_pkey ON register.entry USING btree (tenant_id, organ_id, seq);
CREATE UNIQUE INDEX entry_tenant_id_id_key ON register.entry USING btree (tenant_id, id);
CREATE UNIQUE INDEX entry_tenant_id_reference_key ON register.entry USING btree (tenant_id, reference);

-- policies
register.entry tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
register.entry to beffroi_app: INSERT, SELECT;
