-- tables
table commons.series_counter (
  tenant_id uuid not null default kernel.tenant_id(),
  series text not null,
  scope text not null default ''::text,
  year integer not null,
  last integer not null
) row level security forced;
table commons.series_number (
  tenant_id uuid not null default kernel.tenant_id(),
  series text not null,
  scope text not null default ''::text,
  year integer not null,
  number integer not null,
  reference text not null,
  given_at timestamp with time zone not null default now()
) row level security forced;
table commons.series_rule (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  series text not null,
  pattern text not null,
  restarts text not null,
  decided_by text not null,
  decided_at timestamp with time zone not null default now()
) row level security forced;

-- constraints
commons.series_counter series_counter_last_check CHECK ((last >= 0));
commons.series_counter series_counter_pkey PRIMARY KEY (tenant_id, series, scope, year);
commons.series_number series_number_number_check CHECK ((number > 0));
commons.series_number series_number_pkey PRIMARY KEY (tenant_id, series, scope, year, number);
commons.series_number series_number_tenant_id_series_reference_key UNIQUE (tenant_id, series, reference);
commons.series_rule series_rule_pkey PRIMARY KEY (tenant_id, id);
commons.series_rule series_rule_restarts_check CHECK ((restarts = ANY (ARRAY['year'::text, 'never'::text])));

-- indexes
CREATE UNIQUE INDEX series_counter_pkey ON commons.series_counter USING btree (tenant_id, series, scope, year);
CREATE UNIQUE INDEX series_number_pkey ON commons.series_number USING btree (tenant_id, series, scope, year, number);
CREATE UNIQUE INDEX series_number_tenant_id_series_reference_key ON commons.series_number USING btree (tenant_id, series, reference);
CREATE INDEX series_number_tenant_id_series_scope_number_idx ON commons.series_number USING btree (tenant_id, series, scope, number);
CREATE UNIQUE INDEX series_rule_pkey ON commons.series_rule USING btree (tenant_id, id);
CREATE INDEX series_rule_tenant_id_series_id_idx ON commons.series_rule USING btree (tenant_id, series, id);

-- policies
commons.series_counter tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.series_number tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.series_rule tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.series_counter to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.series_number to beffroi_app: INSERT, SELECT;
commons.series_rule to beffroi_app: INSERT, SELECT;
