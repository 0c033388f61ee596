-- tables
table kernel.event (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  type text not null,
  subject_id uuid,
  actor_id uuid,
  actor_name text not null,
  at timestamp with time zone not null default now(),
  data jsonb not null default '{}'::jsonb,
  readers text[] not null default '{}'::text[]
) row level security forced;

-- constraints
kernel.event event_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX event_pkey ON kernel.event USING btree (tenant_id, id);
CREATE INDEX event_subject ON kernel.event USING btree (tenant_id, subject_id, id);

-- policies
kernel.event tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.event to beffroi_app: INSERT, SELECT;

-- triggers
CREATE TRIGGER keep_readers BEFORE INSERT ON kernel.event FOR EACH ROW WHEN ((new.subject_id IS NOT NULL)) EXECUTE FUNCTION commons.keep_readers();
