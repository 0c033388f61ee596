-- schemas
create schema incoming;
grant USAGE on schema incoming to beffroi_app;

-- tables
table incoming.annex (
  tenant_id uuid not null default kernel.tenant_id(),
  annex_id uuid not null,
  point_id uuid not null,
  external_id text not null,
  modified timestamp with time zone,
  sha256 text not null
) row level security forced;
table incoming.mapping (
  tenant_id uuid not null default kernel.tenant_id(),
  source_id uuid not null,
  what text not null,
  token text not null,
  label text not null default ''::text,
  organ_id uuid,
  term_id uuid,
  person_id uuid
) row level security forced;
table incoming.meeting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  source_id uuid not null,
  external_id text not null,
  modified timestamp with time zone not null,
  organ_token text not null,
  organ_id uuid,
  starts_at timestamp with time zone not null,
  place text not null,
  told text not null,
  approved_by text,
  approved_at timestamp with time zone
) row level security forced;
table incoming.point (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  meeting_id uuid not null,
  external_id text not null,
  modified timestamp with time zone not null,
  content_hash text not null,
  stage text not null,
  position integer not null,
  number text not null,
  subject text,
  in_charge text[] not null default '{}'::text[],
  outcome text,
  motivation text not null,
  decision text not null,
  votes jsonb not null default '[]'::jsonb,
  gone_at timestamp with time zone,
  dropped jsonb not null default '[]'::jsonb
) row level security forced;
table incoming.source (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  program_id uuid
) row level security forced;

-- constraints
incoming.annex annex_pkey PRIMARY KEY (tenant_id, annex_id);
incoming.annex annex_tenant_id_annex_id_fkey FOREIGN KEY (tenant_id, annex_id) REFERENCES commons.annex(tenant_id, id) ON DELETE CASCADE;
incoming.annex annex_tenant_id_point_id_external_id_key UNIQUE (tenant_id, point_id, external_id);
incoming.annex annex_tenant_id_point_id_fkey FOREIGN KEY (tenant_id, point_id) REFERENCES incoming.point(tenant_id, id);
incoming.mapping mapping_pkey PRIMARY KEY (tenant_id, source_id, what, token);
incoming.mapping mapping_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
incoming.mapping mapping_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
incoming.mapping mapping_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES incoming.source(tenant_id, id) ON DELETE CASCADE;
incoming.mapping mapping_tenant_id_term_id_fkey FOREIGN KEY (tenant_id, term_id) REFERENCES commons.term(tenant_id, id);
incoming.mapping mapping_what_check CHECK ((what = ANY (ARRAY['organ'::text, 'subject'::text, 'in_charge'::text])));
incoming.meeting meeting_pkey PRIMARY KEY (tenant_id, id);
incoming.meeting meeting_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
incoming.meeting meeting_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
incoming.meeting meeting_tenant_id_source_id_external_id_key UNIQUE (tenant_id, source_id, external_id);
incoming.meeting meeting_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES incoming.source(tenant_id, id);
incoming.meeting meeting_told_check CHECK ((told = ANY (ARRAY['planned'::text, 'held'::text, 'cancelled'::text])));
incoming.point point_check CHECK (((stage = 'decision'::text) = (outcome IS NOT NULL)));
incoming.point point_pkey PRIMARY KEY (tenant_id, id);
incoming.point point_stage_check CHECK ((stage = ANY (ARRAY['project'::text, 'decision'::text])));
incoming.point point_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
incoming.point point_tenant_id_meeting_id_external_id_key UNIQUE (tenant_id, meeting_id, external_id);
incoming.point point_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES incoming.meeting(tenant_id, id);
incoming.source source_pkey PRIMARY KEY (tenant_id, id);
incoming.source source_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
incoming.source source_tenant_id_program_id_fkey FOREIGN KEY (tenant_id, program_id) REFERENCES commons.program(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX annex_pkey ON incoming.annex USING btree (tenant_id, annex_id);
CREATE UNIQUE INDEX annex_tenant_id_point_id_external_id_key ON incoming.annex USING btree (tenant_id, point_id, external_id);
CREATE UNIQUE INDEX mapping_pkey ON incoming.mapping USING btree (tenant_id, source_id, what, token);
CREATE UNIQUE INDEX meeting_pkey ON incoming.meeting USING btree (tenant_id, id);
CREATE UNIQUE INDEX meeting_tenant_id_source_id_external_id_key ON incoming.meeting USING btree (tenant_id, source_id, external_id);
CREATE UNIQUE INDEX point_pkey ON incoming.point USING btree (tenant_id, id);
CREATE UNIQUE INDEX point_tenant_id_meeting_id_external_id_key ON incoming.point USING btree (tenant_id, meeting_id, external_id);
CREATE UNIQUE INDEX source_pkey ON incoming.source USING btree (tenant_id, id);

-- policies
incoming.annex tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
incoming.mapping tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
incoming.meeting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
incoming.point tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
incoming.source tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
incoming.annex to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
incoming.mapping to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
incoming.meeting to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
incoming.point to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
incoming.source to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
