-- tables
table commons.claim_rule (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  claim text not null,
  value text not null,
  role text,
  service_id uuid,
  function text
) row level security forced;
table commons.provided_office (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  role_grant_id uuid,
  membership_id uuid
) row level security forced;

-- constraints
commons.claim_rule claim_rule_check CHECK ((((role IS NULL) = (service_id IS NOT NULL)) AND ((service_id IS NULL) = (function IS NULL))));
commons.claim_rule claim_rule_function_check CHECK ((function = ANY (ARRAY['editor'::text, 'head'::text, 'observer'::text])));
commons.claim_rule claim_rule_pkey PRIMARY KEY (tenant_id, id);
commons.claim_rule claim_rule_tenant_id_provider_id_claim_value_role_service_i_key UNIQUE NULLS NOT DISTINCT (tenant_id, provider_id, claim, value, role, service_id, function);
commons.claim_rule claim_rule_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES kernel.identity_provider(tenant_id, id) ON DELETE CASCADE;
commons.claim_rule claim_rule_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.provided_office provided_office_check CHECK ((num_nonnulls(role_grant_id, membership_id) = 1));
commons.provided_office provided_office_pkey PRIMARY KEY (tenant_id, id);
commons.provided_office provided_office_tenant_id_membership_id_fkey FOREIGN KEY (tenant_id, membership_id) REFERENCES commons.membership(tenant_id, id) ON DELETE CASCADE;
commons.provided_office provided_office_tenant_id_membership_id_key UNIQUE (tenant_id, membership_id);
commons.provided_office provided_office_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES kernel.identity_provider(tenant_id, id) ON DELETE CASCADE;
commons.provided_office provided_office_tenant_id_role_grant_id_fkey FOREIGN KEY (tenant_id, role_grant_id) REFERENCES commons.role_grant(tenant_id, id) ON DELETE CASCADE;
commons.provided_office provided_office_tenant_id_role_grant_id_key UNIQUE (tenant_id, role_grant_id);

-- indexes
CREATE UNIQUE INDEX claim_rule_pkey ON commons.claim_rule USING btree (tenant_id, id);
CREATE INDEX claim_rule_service ON commons.claim_rule USING btree (tenant_id, service_id);
CREATE UNIQUE INDEX claim_rule_tenant_id_provider_id_claim_value_role_service_i_key ON commons.claim_rule USING btree (tenant_id, provider_id, claim, value, role, service_id, function) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX provided_office_pkey ON commons.provided_office USING btree (tenant_id, id);
CREATE INDEX provided_office_provider ON commons.provided_office USING btree (tenant_id, provider_id);
CREATE UNIQUE INDEX provided_office_tenant_id_membership_id_key ON commons.provided_office USING btree (tenant_id, membership_id);
CREATE UNIQUE INDEX provided_office_tenant_id_role_grant_id_key ON commons.provided_office USING btree (tenant_id, role_grant_id);

-- policies
commons.claim_rule tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.provided_office tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.claim_rule to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.provided_office to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
