-- schemas
create schema extracts;
grant USAGE on schema extracts to beffroi_app;

-- tables
table extracts."extract" (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  meeting_id uuid not null,
  organ_id uuid not null,
  item_ids uuid[] not null,
  recipient text not null default ''::text,
  issued_on date not null,
  issued_by text not null,
  content text not null,
  hash text not null
) row level security forced;
table extracts.signatory (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  service_id uuid,
  office text not null,
  person_id uuid not null,
  title text not null,
  mention text not null default ''::text,
  valid_from date,
  valid_to date,
  ended_at timestamp with time zone
) row level security forced;

-- constraints
extracts."extract" extract_item_ids_check CHECK ((cardinality(item_ids) > 0));
extracts."extract" extract_pkey PRIMARY KEY (tenant_id, id);
extracts."extract" extract_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
extracts."extract" extract_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
extracts."extract" extract_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
extracts.signatory signatory_check CHECK (((valid_from IS NULL) = (valid_to IS NULL)));
extracts.signatory signatory_check1 CHECK ((valid_from < valid_to));
extracts.signatory signatory_office_check CHECK ((office = ANY (ARRAY['keeps'::text, 'presides'::text])));
extracts.signatory signatory_pkey PRIMARY KEY (tenant_id, id);
extracts.signatory signatory_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
extracts.signatory signatory_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
extracts.signatory signatory_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);

-- indexes
CREATE INDEX extract_meeting ON extracts."extract" USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX extract_pkey ON extracts."extract" USING btree (tenant_id, id);
CREATE INDEX signatory_organ ON extracts.signatory USING btree (tenant_id, organ_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX signatory_pkey ON extracts.signatory USING btree (tenant_id, id);

-- policies
extracts."extract" tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
extracts.signatory tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
extracts."extract" to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
extracts.signatory to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
