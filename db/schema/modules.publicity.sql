-- schemas
create schema publicity;
grant USAGE on schema publicity to beffroi_app;
grant USAGE on schema publicity to beffroi_public;

-- tables
table publicity.point (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting text not null,
  slug text not null,
  due_on date,
  article text,
  project_at timestamp with time zone,
  decision_at timestamp with time zone
) row level security forced;
table publicity.told (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  due_on date not null,
  stage text not null,
  told_at timestamp with time zone not null default now()
) row level security forced;

-- constraints
publicity.point point_pkey PRIMARY KEY (tenant_id, meeting, slug);
publicity.told told_pkey PRIMARY KEY (tenant_id, meeting_id, due_on, stage);
publicity.told told_stage_check CHECK ((stage = ANY (ARRAY['ahead'::text, 'day'::text, 'missed'::text])));
publicity.told told_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX point_pkey ON publicity.point USING btree (tenant_id, meeting, slug);
CREATE UNIQUE INDEX told_pkey ON publicity.told USING btree (tenant_id, meeting_id, due_on, stage);

-- policies
publicity.point tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
publicity.told tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
publicity.point to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
publicity.told to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- column grants
publicity.point to beffroi_public: SELECT (meeting, slug, due_on, article, project_at, decision_at);
