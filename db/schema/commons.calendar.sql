-- tables
table commons.closing_day (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  first_day date not null,
  last_day date not null,
  label text not null,
  added_by text not null,
  added_at timestamp with time zone not null default now(),
  removed_by text,
  removed_at timestamp with time zone
) row level security forced;

-- constraints
commons.closing_day closing_day_check CHECK ((last_day >= first_day));
commons.closing_day closing_day_check1 CHECK (((removed_by IS NULL) = (removed_at IS NULL)));
commons.closing_day closing_day_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX closing_day_pkey ON commons.closing_day USING btree (tenant_id, id);
CREATE UNIQUE INDEX closing_day_tenant_id_first_day_last_day_idx ON commons.closing_day USING btree (tenant_id, first_day, last_day) WHERE (removed_at IS NULL);
CREATE INDEX closing_day_tenant_id_last_day_idx ON commons.closing_day USING btree (tenant_id, last_day);

-- policies
commons.closing_day tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.closing_day to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
