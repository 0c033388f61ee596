-- schemas
create schema accountability;
grant USAGE on schema accountability to beffroi_app;

-- tables
table accountability.submission (
  tenant_id uuid not null default kernel.tenant_id(),
  version_id uuid not null,
  item_id uuid not null
) row level security forced;
table accountability.version (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  plan_id uuid not null,
  purpose text not null,
  report text not null default ''::text,
  content jsonb not null,
  hash text not null,
  frozen_on date not null,
  frozen_at timestamp with time zone not null default now(),
  frozen_by text not null
) row level security forced;

-- constraints
accountability.submission submission_pkey PRIMARY KEY (tenant_id, item_id);
accountability.submission submission_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id);
accountability.submission submission_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES accountability.version(tenant_id, id);
accountability.version version_pkey PRIMARY KEY (tenant_id, id);
accountability.version version_purpose_check CHECK ((purpose = ANY (ARRAY['presentation'::text, 'update'::text, 'midterm'::text, 'final'::text])));
accountability.version version_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES strategy.plan(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX submission_pkey ON accountability.submission USING btree (tenant_id, item_id);
CREATE INDEX submission_version ON accountability.submission USING btree (tenant_id, version_id, item_id);
CREATE UNIQUE INDEX version_pkey ON accountability.version USING btree (tenant_id, id);
CREATE INDEX version_plan ON accountability.version USING btree (tenant_id, plan_id, id);

-- policies
accountability.submission tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
accountability.version tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
accountability.submission to beffroi_app: INSERT, SELECT;
accountability.version to beffroi_app: INSERT, SELECT;
