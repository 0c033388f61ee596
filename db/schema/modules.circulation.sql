-- schemas
create schema circulation;
grant USAGE on schema circulation to beffroi_app;

-- tables
table circulation.copy (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  service_id uuid not null
) row level security forced;
table circulation.label (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  name text not null,
  tone text not null,
  person_id uuid
) row level security forced;
table circulation.labelled (
  tenant_id uuid not null default kernel.tenant_id(),
  label_id uuid not null,
  item_id uuid not null
) row level security forced;
table circulation.link (
  tenant_id uuid not null default kernel.tenant_id(),
  one_id uuid not null,
  other_id uuid not null
) row level security forced;

-- constraints
circulation.copy copy_pkey PRIMARY KEY (tenant_id, item_id, service_id);
circulation.copy copy_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
circulation.copy copy_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
circulation.label label_name_check CHECK ((name <> ''::text));
circulation.label label_pkey PRIMARY KEY (tenant_id, id);
circulation.label label_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
circulation.label label_tone_check CHECK ((tone = ANY (ARRAY['neutral'::text, 'info'::text, 'good'::text, 'warn'::text, 'bad'::text])));
circulation.labelled labelled_pkey PRIMARY KEY (tenant_id, label_id, item_id);
circulation.labelled labelled_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
circulation.labelled labelled_tenant_id_label_id_fkey FOREIGN KEY (tenant_id, label_id) REFERENCES circulation.label(tenant_id, id) ON DELETE CASCADE;
circulation.link link_check CHECK ((one_id < other_id));
circulation.link link_pkey PRIMARY KEY (tenant_id, one_id, other_id);
circulation.link link_tenant_id_one_id_fkey FOREIGN KEY (tenant_id, one_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
circulation.link link_tenant_id_other_id_fkey FOREIGN KEY (tenant_id, other_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX copy_pkey ON circulation.copy USING btree (tenant_id, item_id, service_id);
CREATE UNIQUE INDEX label_pkey ON circulation.label USING btree (tenant_id, id);
CREATE UNIQUE INDEX label_tenant_id_person_id_name_key_idx ON circulation.label USING btree (tenant_id, person_id, kernel.name_key(name)) NULLS NOT DISTINCT;
CREATE INDEX labelled_item ON circulation.labelled USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX labelled_pkey ON circulation.labelled USING btree (tenant_id, label_id, item_id);
CREATE INDEX link_other ON circulation.link USING btree (tenant_id, other_id);
CREATE UNIQUE INDEX link_pkey ON circulation.link USING btree (tenant_id, one_id, other_id);

-- policies
circulation.copy tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
circulation.label tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
circulation.labelled tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
circulation.link tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
circulation.copy to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
circulation.label to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
circulation.labelled to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
circulation.link to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
