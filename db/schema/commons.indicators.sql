-- tables
table commons.indicator (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  label text not null,
  unit text not null default ''::text,
  source text not null default ''::text,
  direction text not null,
  baseline double precision
) row level security forced;
table commons.indicator_target (
  tenant_id uuid not null default kernel.tenant_id(),
  indicator_id uuid not null,
  year integer not null,
  value double precision not null
) row level security forced;
table commons.measure (
  tenant_id uuid not null default kernel.tenant_id(),
  indicator_id uuid not null,
  measured_on date not null,
  value double precision not null,
  note text not null default ''::text,
  noted_by text not null
) row level security forced;

-- constraints
commons.indicator indicator_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text])));
commons.indicator indicator_pkey PRIMARY KEY (tenant_id, id);
commons.indicator indicator_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.indicator_target indicator_target_pkey PRIMARY KEY (tenant_id, indicator_id, year);
commons.indicator_target indicator_target_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES commons.indicator(tenant_id, id) ON DELETE CASCADE;
commons.measure measure_pkey PRIMARY KEY (tenant_id, indicator_id, measured_on);
commons.measure measure_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES commons.indicator(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX indicator_dossier ON commons.indicator USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX indicator_pkey ON commons.indicator USING btree (tenant_id, id);
CREATE UNIQUE INDEX indicator_target_pkey ON commons.indicator_target USING btree (tenant_id, indicator_id, year);
CREATE UNIQUE INDEX measure_pkey ON commons.measure USING btree (tenant_id, indicator_id, measured_on);

-- policies
commons.indicator tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.indicator_target tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.measure tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.indicator to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.indicator_target to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.measure to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
