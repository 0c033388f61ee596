-- schemas
create schema preparation;
grant USAGE on schema preparation to beffroi_app;

-- tables
table preparation.explanation (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  words text not null,
  by_name text not null,
  at timestamp with time zone not null default now(),
  plain text not null
) row level security forced;
table preparation.explanation_version (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  item_id uuid not null,
  words text not null,
  by_name text not null,
  at timestamp with time zone not null default now()
) row level security forced;
table preparation.note (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  words text not null,
  by_name text not null,
  at timestamp with time zone not null default now()
) row level security forced;
table preparation.step (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  item_id uuid not null,
  cycle text not null,
  verb text not null,
  state text not null,
  comment text not null,
  by_actor uuid,
  by_name text not null,
  at timestamp with time zone not null default now()
) row level security forced;
table preparation.taking (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  stage text not null,
  person_id uuid not null,
  taken_at timestamp with time zone not null default now()
) row level security forced;

-- constraints
preparation.explanation explanation_pkey PRIMARY KEY (tenant_id, item_id);
preparation.explanation explanation_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
preparation.explanation explanation_words_check CHECK ((words <> ''::text));
preparation.explanation_version explanation_version_pkey PRIMARY KEY (tenant_id, id);
preparation.explanation_version explanation_version_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
preparation.note note_pkey PRIMARY KEY (tenant_id, item_id);
preparation.note note_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
preparation.step step_comment_check CHECK ((comment <> ''::text));
preparation.step step_cycle_check CHECK ((cycle = ANY (ARRAY['emergency'::text, 'completeness'::text])));
preparation.step step_pkey PRIMARY KEY (tenant_id, id);
preparation.step step_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
preparation.taking taking_pkey PRIMARY KEY (tenant_id, item_id, stage);
preparation.taking taking_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
preparation.taking taking_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX explanation_pkey ON preparation.explanation USING btree (tenant_id, item_id);
CREATE INDEX explanation_version_of_item ON preparation.explanation_version USING btree (tenant_id, item_id, id);
CREATE UNIQUE INDEX explanation_version_pkey ON preparation.explanation_version USING btree (tenant_id, id);
CREATE UNIQUE INDEX note_pkey ON preparation.note USING btree (tenant_id, item_id);
CREATE INDEX step_of_item ON preparation.step USING btree (tenant_id, item_id, cycle, id);
CREATE UNIQUE INDEX step_pkey ON preparation.step USING btree (tenant_id, id);
CREATE UNIQUE INDEX taking_pkey ON preparation.taking USING btree (tenant_id, item_id, stage);

-- policies
preparation.explanation tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
preparation.explanation_version tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
preparation.note tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
preparation.step tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
preparation.taking tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
preparation.explanation to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
preparation.explanation_version to beffroi_app: INSERT, SELECT;
preparation.note to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
preparation.step to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
preparation.taking to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
