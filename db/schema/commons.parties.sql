-- tables
table commons.party (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  nature text not null default 'person'::text,
  first_name text not null default ''::text,
  national_number timestamp with time zone,
  number_sealed bytea,
  number_index bytea,
  enterprise_number text,
  email text,
  phone text not null default ''::text,
  language text,
  street text not null default ''::text,
  house_number text not null default ''::text,
  box text not null default ''::text,
  postal_code text not null default ''::text,
  municipality text not null default ''::text,
  country text not null default ''::text,
  is_another boolean not null default false,
  merged_into uuid
) row level security forced;

-- constraints
commons.party party_check CHECK (((national_number IS NULL) OR (nature = 'person'::text)));
commons.party party_check1 CHECK (((enterprise_number IS NULL) OR (nature = 'organisation'::text)));
commons.party party_check2 CHECK ((merged_into <> id));
commons.party party_enterprise_number_check CHECK ((enterprise_number ~ '^[01]\d{9}$'::text));
commons.party party_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'nl'::text, 'de'::text, 'en'::text])));
commons.party party_nature_check CHECK ((nature = ANY (ARRAY['person'::text, 'organisation'::text])));
commons.party party_pkey PRIMARY KEY (tenant_id, id);
commons.party party_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.party party_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES commons.party(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX party_enterprise ON commons.party USING btree (tenant_id, enterprise_number);
CREATE INDEX party_merged ON commons.party USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX party_number ON commons.party USING btree (tenant_id, number_index);
CREATE UNIQUE INDEX party_pkey ON commons.party USING btree (tenant_id, id);
CREATE INDEX party_postal_code ON commons.party USING btree (tenant_id, postal_code);

-- policies
commons.party tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.party to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
