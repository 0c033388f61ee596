-- tables
table commons.company_mandate (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  company text not null,
  number text not null,
  email text,
  until date,
  answer text not null default ''::text,
  citizen_id uuid,
  claimed boolean not null default false
) row level security forced;

-- constraints
commons.company_mandate company_mandate_number_check CHECK ((number ~ '^[01][0-9]{9}$'::text));
commons.company_mandate company_mandate_pkey PRIMARY KEY (tenant_id, id);
commons.company_mandate company_mandate_tenant_id_citizen_id_fkey FOREIGN KEY (tenant_id, citizen_id) REFERENCES commons.citizen(tenant_id, id) ON DELETE SET NULL (citizen_id);
commons.company_mandate company_mandate_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);

-- indexes
CREATE INDEX company_mandate_citizen ON commons.company_mandate USING btree (tenant_id, citizen_id, number);
CREATE UNIQUE INDEX company_mandate_pkey ON commons.company_mandate USING btree (tenant_id, id);

-- policies
commons.company_mandate tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.company_mandate to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
