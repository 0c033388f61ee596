-- schemas
create schema pulls;
grant USAGE on schema pulls to beffroi_app;

-- tables
table pulls.run (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  source_id uuid not null,
  meeting_uid text not null,
  title text not null,
  by_itself boolean not null,
  only_points text[],
  force boolean not null,
  state text not null default 'asked'::text,
  asked_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  done jsonb,
  failure jsonb,
  meeting_id uuid
) row level security forced;
table pulls.setting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  url text not null,
  username text not null,
  password bytea not null,
  config_id text not null,
  category_field text not null,
  texts text not null,
  states text[] not null,
  mapped_subjects_only boolean not null,
  mapped_people_only boolean not null,
  every text not null,
  days_back integer not null,
  next_at timestamp with time zone,
  last_at timestamp with time zone,
  last_failure jsonb
) row level security forced;

-- constraints
pulls.run run_check CHECK (((state = 'asked'::text) = (ended_at IS NULL)));
pulls.run run_pkey PRIMARY KEY (tenant_id, id);
pulls.run run_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'done'::text, 'failed'::text])));
pulls.run run_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES pulls.setting(tenant_id, id) ON DELETE CASCADE;
pulls.setting setting_category_field_check CHECK ((category_field = ANY (ARRAY['category'::text, 'classifier'::text])));
pulls.setting setting_days_back_check CHECK (((days_back >= 1) AND (days_back <= 730)));
pulls.setting setting_every_check CHECK ((every = ANY (ARRAY['never'::text, 'day'::text, 'hour'::text])));
pulls.setting setting_pkey PRIMARY KEY (tenant_id, id);
pulls.setting setting_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES incoming.source(tenant_id, id) ON DELETE CASCADE;
pulls.setting setting_texts_check CHECK ((texts = ANY (ARRAY['public_deliberation'::text, 'public_deliberation_decided'::text])));

-- indexes
CREATE UNIQUE INDEX run_pkey ON pulls.run USING btree (tenant_id, id);
CREATE INDEX run_source ON pulls.run USING btree (tenant_id, source_id, asked_at DESC);
CREATE UNIQUE INDEX setting_pkey ON pulls.setting USING btree (tenant_id, id);

-- policies
pulls.run tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
pulls.setting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
pulls.run to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
pulls.setting to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
