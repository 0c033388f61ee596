-- tables
table kernel.host (
  name text not null,
  tenant_id uuid not null
) row level security;
table kernel.provided (
  tenant_id uuid not null default kernel.tenant_id(),
  module text not null,
  at timestamp with time zone not null default now()
) row level security;
table kernel.tenant (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  address text[] not null default '{}'::text[],
  hue smallint not null default 235,
  arms text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  languages text[] not null default '{fr,en}'::text[]
) row level security;
table kernel.trade (
  tenant_id uuid not null default kernel.tenant_id(),
  module text not null,
  since timestamp with time zone not null default now(),
  by_name text not null default ''::text
) row level security;

-- constraints
kernel.host host_name_check CHECK ((name = lower(name)));
kernel.host host_pkey PRIMARY KEY (name);
kernel.host host_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);
kernel.provided provided_pkey PRIMARY KEY (tenant_id, module);
kernel.provided provided_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);
kernel.tenant tenant_hue_check CHECK (((hue >= 0) AND (hue <= 359)));
kernel.tenant tenant_languages_check CHECK ((cardinality(languages) > 0));
kernel.tenant tenant_pkey PRIMARY KEY (id);
kernel.tenant tenant_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
kernel.tenant tenant_slug_key UNIQUE (slug);
kernel.trade trade_pkey PRIMARY KEY (tenant_id, module);
kernel.trade trade_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id);

-- indexes
CREATE UNIQUE INDEX host_pkey ON kernel.host USING btree (name);
CREATE UNIQUE INDEX provided_pkey ON kernel.provided USING btree (tenant_id, module);
CREATE UNIQUE INDEX tenant_pkey ON kernel.tenant USING btree (id);
CREATE UNIQUE INDEX tenant_slug_key ON kernel.tenant USING btree (slug);
CREATE UNIQUE INDEX trade_pkey ON kernel.trade USING btree (tenant_id, module);

-- policies
kernel.host gate r to beffroi_gate using true check -;
kernel.host tenant r to beffroi_app using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.provided tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.tenant gate r to beffroi_gate using true check -;
kernel.tenant tenant r to beffroi_app using (id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
kernel.trade gate r to beffroi_gate using true check -;
kernel.trade tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.host to beffroi_app: SELECT;
kernel.host to beffroi_gate: SELECT;
kernel.provided to beffroi_app: INSERT, SELECT;
kernel.tenant to beffroi_app: SELECT;
kernel.tenant to beffroi_gate: SELECT;
kernel.trade to beffroi_app: DELETE, INSERT, SELECT;
kernel.trade to beffroi_gate: SELECT;
