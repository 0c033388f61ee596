-- tables
table commons.privacy_request (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  nature text not null,
  received_on date not null,
  person_id uuid,
  party_ids uuid[] not null default '{}'::uuid[],
  identity text not null default ''::text,
  answer text not null default ''::text
) row level security forced;

-- constraints
commons.privacy_request privacy_request_nature_check CHECK ((nature = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text])));
commons.privacy_request privacy_request_pkey PRIMARY KEY (tenant_id, id);
commons.privacy_request privacy_request_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.privacy_request privacy_request_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX privacy_request_pkey ON commons.privacy_request USING btree (tenant_id, id);

-- policies
commons.privacy_request tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.privacy_request to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
