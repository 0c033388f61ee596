-- schemas
create schema templates;
grant USAGE on schema templates to beffroi_app;

-- tables
table templates.placed (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  template_id uuid not null,
  item_id uuid,
  halted text not null default ''::text
) row level security forced;
table templates.point (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  folder text not null default ''::text,
  organ_id uuid,
  category_id uuid,
  amount bigint,
  privacy text not null default 'public'::text,
  purpose text not null default 'decision'::text,
  poll_type text not null default 'freehand'::text,
  matter text not null default 'other'::text,
  classifier_id uuid,
  to_discuss boolean not null default false,
  associated uuid[] not null default '{}'::uuid[],
  committees uuid[] not null default '{}'::uuid[],
  motivation text not null default ''::text,
  decision text not null default ''::text,
  advices uuid[] not null default '{}'::uuid[],
  recurs text not null default 'never'::text
) row level security forced;

-- constraints
templates.placed placed_pkey PRIMARY KEY (tenant_id, meeting_id, template_id);
templates.placed placed_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
templates.placed placed_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id) ON DELETE CASCADE;
templates.placed placed_tenant_id_template_id_fkey FOREIGN KEY (tenant_id, template_id) REFERENCES templates.point(tenant_id, id) ON DELETE CASCADE;
templates.point point_pkey PRIMARY KEY (tenant_id, id);
templates.point point_recurs_check CHECK ((recurs = ANY (ARRAY['never'::text, 'creation'::text, 'freeze'::text])));
templates.point point_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES commons.term(tenant_id, id);
templates.point point_tenant_id_classifier_id_fkey FOREIGN KEY (tenant_id, classifier_id) REFERENCES commons.term(tenant_id, id);
templates.point point_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
templates.point point_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX placed_pkey ON templates.placed USING btree (tenant_id, meeting_id, template_id);
CREATE UNIQUE INDEX point_pkey ON templates.point USING btree (tenant_id, id);
CREATE INDEX template_recurs ON templates.point USING btree (tenant_id, organ_id) WHERE (recurs <> 'never'::text);

-- policies
templates.placed tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
templates.point tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
templates.placed to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
templates.point to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
