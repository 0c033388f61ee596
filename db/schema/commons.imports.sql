-- tables
table commons.import_draft (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  files jsonb not null,
  answers jsonb not null,
  created_by uuid not null,
  expires_at timestamp with time zone not null default (now() + '2 days'::interval),
  stage text not null default 'kept'::text,
  done integer not null default 0,
  total integer not null default 0,
  found jsonb,
  rows jsonb,
  changed boolean not null default false,
  written integer,
  reason jsonb
) row level security forced;

-- constraints
commons.import_draft import_draft_pkey PRIMARY KEY (tenant_id, id);
commons.import_draft import_draft_stage_check CHECK ((stage = ANY (ARRAY['kept'::text, 'reading'::text, 'read'::text, 'writing'::text, 'written'::text])));

-- indexes
CREATE UNIQUE INDEX import_draft_pkey ON commons.import_draft USING btree (tenant_id, id);
CREATE INDEX import_draft_under_way ON commons.import_draft USING btree (tenant_id, stage) WHERE (stage = ANY (ARRAY['reading'::text, 'writing'::text]));

-- policies
commons.import_draft tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.import_draft to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
