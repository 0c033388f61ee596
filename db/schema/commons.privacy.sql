-- tables
table commons.privacy_request (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  nature text not null,
  received_on date not null,
  person_id uuid,
  party_ids uuid[] not null default '{}'::uuid[],
  identity text not null default ''::text,
  answer text not null default ''::text,
  citizen_id uuid
) row level security forced;
table commons.restriction (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  subject_id uuid not null,
  request_id uuid not null,
  begun_by text not null,
  begun_at timestamp with time zone not null default now(),
  lifted_by text,
  lifted_at timestamp with time zone,
  lifted_because text
) row level security forced;

-- constraints
commons.privacy_request privacy_request_nature_check CHECK ((nature = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text])));
commons.privacy_request privacy_request_pkey PRIMARY KEY (tenant_id, id);
commons.privacy_request privacy_request_tenant_id_citizen_id_fkey FOREIGN KEY (tenant_id, citizen_id) REFERENCES kernel.account(tenant_id, id) ON DELETE SET NULL (citizen_id);
commons.privacy_request privacy_request_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.privacy_request privacy_request_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE SET NULL (person_id);
commons.restriction restriction_check CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_because IS NULL))));
commons.restriction restriction_pkey PRIMARY KEY (tenant_id, id);
commons.restriction restriction_tenant_id_request_id_fkey FOREIGN KEY (tenant_id, request_id) REFERENCES commons.privacy_request(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX privacy_request_citizen ON commons.privacy_request USING btree (tenant_id, citizen_id) WHERE (citizen_id IS NOT NULL);
CREATE UNIQUE INDEX privacy_request_pkey ON commons.privacy_request USING btree (tenant_id, id);
CREATE UNIQUE INDEX restriction_pkey ON commons.restriction USING btree (tenant_id, id);
CREATE UNIQUE INDEX restriction_tenant_id_subject_id_request_id_idx ON commons.restriction USING btree (tenant_id, subject_id, request_id) WHERE (lifted_at IS NULL);

-- policies
commons.privacy_request tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.restriction tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.privacy_request to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.restriction to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
