-- tables
table commons.template (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  about text not null,
  condition text not null default ''::text,
  document_title text not null default ''::text,
  head text not null default ''::text,
  foot text not null default ''::text,
  body text not null default ''::text
) row level security forced;
table commons.template_version (
  tenant_id uuid not null default kernel.tenant_id(),
  template_id uuid not null,
  version integer not null,
  written_by text not null,
  written_at timestamp with time zone not null default now(),
  title text not null,
  document_title text not null,
  head text not null,
  foot text not null,
  body text not null
) row level security forced;

-- constraints
commons.template template_pkey PRIMARY KEY (tenant_id, id);
commons.template template_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.template_version template_version_pkey PRIMARY KEY (tenant_id, template_id, version);
commons.template_version template_version_tenant_id_template_id_fkey FOREIGN KEY (tenant_id, template_id) REFERENCES commons.template(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX template_about ON commons.template USING btree (tenant_id, about);
CREATE UNIQUE INDEX template_pkey ON commons.template USING btree (tenant_id, id);
CREATE UNIQUE INDEX template_version_pkey ON commons.template_version USING btree (tenant_id, template_id, version);

-- policies
commons.template tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.template_version tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.template to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.template_version to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
