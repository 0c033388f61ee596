-- schemas
create schema minutes;
grant USAGE on schema minutes to beffroi_app;

-- tables
table minutes.approval (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  record_id uuid not null
) row level security forced;
table minutes.at_once (
  tenant_id uuid not null default kernel.tenant_id(),
  record_id uuid not null,
  item_id uuid not null,
  hash text not null,
  at timestamp with time zone not null default now(),
  noted_by text not null
) row level security forced;
table minutes.objection (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  record_id uuid not null,
  seat_id uuid not null,
  member text not null,
  item_id uuid,
  wanted text not null,
  made_at timestamp with time zone not null default now(),
  noted_by text not null,
  outcome text,
  answer text not null default ''::text,
  settled_at timestamp with time zone,
  settled_by text not null default ''::text
) row level security forced;
table minutes.record (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  meeting_id uuid not null,
  organ_id uuid not null,
  versions integer not null default 0,
  read_version integer,
  approved_on date,
  how text not null default ''::text,
  approved_in uuid
) row level security forced;
table minutes.rectification (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  record_id uuid not null,
  item_id uuid,
  words text not null,
  reason text not null,
  at timestamp with time zone not null default now(),
  made_by text not null
) row level security forced;
table minutes.remark (
  tenant_id uuid not null default kernel.tenant_id(),
  record_id uuid not null,
  item_id uuid not null,
  words text not null
) row level security forced;
table minutes.signature (
  tenant_id uuid not null default kernel.tenant_id(),
  record_id uuid not null,
  office text not null,
  seat_id uuid not null,
  signatory text not null,
  title text not null,
  signed_on date not null,
  noted_by text not null
) row level security forced;
table minutes.version (
  tenant_id uuid not null default kernel.tenant_id(),
  record_id uuid not null,
  number integer not null,
  kind text not null,
  content text not null,
  hash text not null,
  reason text not null default ''::text,
  made_at timestamp with time zone not null default now(),
  made_by text not null
) row level security forced;

-- constraints
minutes.approval approval_pkey PRIMARY KEY (tenant_id, item_id);
minutes.approval approval_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
minutes.approval approval_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);
minutes.at_once at_once_pkey PRIMARY KEY (tenant_id, record_id, item_id);
minutes.at_once at_once_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
minutes.at_once at_once_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);
minutes.objection objection_check CHECK (((outcome IS NULL) = (settled_at IS NULL)));
minutes.objection objection_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'withdrawn'::text])));
minutes.objection objection_pkey PRIMARY KEY (tenant_id, id);
minutes.objection objection_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
minutes.objection objection_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);
minutes.objection objection_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
minutes.record record_check CHECK (((how = ''::text) = (approved_on IS NULL)));
minutes.record record_how_check CHECK ((how = ANY (ARRAY[''::text, 'silently'::text, 'corrected'::text, 'at_once'::text, 'closing'::text, 'elsewhere'::text])));
minutes.record record_pkey PRIMARY KEY (tenant_id, id);
minutes.record record_tenant_id_approved_in_fkey FOREIGN KEY (tenant_id, approved_in) REFERENCES deliberations.meeting(tenant_id, id);
minutes.record record_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
minutes.record record_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
minutes.record record_tenant_id_meeting_id_key UNIQUE (tenant_id, meeting_id);
minutes.record record_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
minutes.rectification rectification_pkey PRIMARY KEY (tenant_id, id);
minutes.rectification rectification_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
minutes.rectification rectification_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);
minutes.remark remark_pkey PRIMARY KEY (tenant_id, record_id, item_id);
minutes.remark remark_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
minutes.remark remark_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);
minutes.signature signature_office_check CHECK ((office = ANY (ARRAY['presides'::text, 'keeps'::text])));
minutes.signature signature_pkey PRIMARY KEY (tenant_id, record_id, office);
minutes.signature signature_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);
minutes.signature signature_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
minutes.version version_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'corrected'::text, 'approved'::text])));
minutes.version version_pkey PRIMARY KEY (tenant_id, record_id, number);
minutes.version version_tenant_id_record_id_fkey FOREIGN KEY (tenant_id, record_id) REFERENCES minutes.record(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX approval_pkey ON minutes.approval USING btree (tenant_id, item_id);
CREATE INDEX approval_record ON minutes.approval USING btree (tenant_id, record_id);
CREATE UNIQUE INDEX at_once_pkey ON minutes.at_once USING btree (tenant_id, record_id, item_id);
CREATE UNIQUE INDEX objection_pkey ON minutes.objection USING btree (tenant_id, id);
CREATE INDEX objection_record ON minutes.objection USING btree (tenant_id, record_id);
CREATE INDEX record_approved_in ON minutes.record USING btree (tenant_id, approved_in);
CREATE INDEX record_organ ON minutes.record USING btree (tenant_id, organ_id) WHERE (approved_on IS NULL);
CREATE UNIQUE INDEX record_pkey ON minutes.record USING btree (tenant_id, id);
CREATE UNIQUE INDEX record_tenant_id_meeting_id_key ON minutes.record USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX rectification_pkey ON minutes.rectification USING btree (tenant_id, id);
CREATE INDEX rectification_record ON minutes.rectification USING btree (tenant_id, record_id);
CREATE UNIQUE INDEX remark_pkey ON minutes.remark USING btree (tenant_id, record_id, item_id);
CREATE UNIQUE INDEX signature_pkey ON minutes.signature USING btree (tenant_id, record_id, office);
CREATE UNIQUE INDEX version_pkey ON minutes.version USING btree (tenant_id, record_id, number);

-- policies
minutes.approval tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.at_once tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.objection tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.record tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.rectification tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.remark tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.signature tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
minutes.version tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
minutes.approval to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
minutes.at_once to beffroi_app: INSERT, SELECT;
minutes.objection to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
minutes.record to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
minutes.rectification to beffroi_app: INSERT, SELECT;
minutes.remark to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
minutes.signature to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
minutes.version to beffroi_app: INSERT, SELECT;
