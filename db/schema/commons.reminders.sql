-- tables
table commons.reminder (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  dossier_id uuid not null,
  principal text not null,
  words text not null,
  day date not null,
  first_day date not null,
  before integer,
  due_on date,
  why text not null default ''::text,
  repeats text,
  told_at timestamp with time zone,
  created_by uuid,
  created_by_name text not null
) row level security forced;

-- constraints
commons.reminder reminder_before_check CHECK ((before > 0));
commons.reminder reminder_check CHECK (((before IS NULL) = (due_on IS NULL)));
commons.reminder reminder_check1 CHECK (((before IS NULL) OR (repeats IS NULL)));
commons.reminder reminder_pkey PRIMARY KEY (tenant_id, id);
commons.reminder reminder_repeats_check CHECK ((repeats = ANY (ARRAY['week'::text, 'month'::text, 'year'::text])));
commons.reminder reminder_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX reminder_dossier ON commons.reminder USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX reminder_pkey ON commons.reminder USING btree (tenant_id, id);
CREATE INDEX reminder_waits ON commons.reminder USING btree (tenant_id, day) WHERE (told_at IS NULL);

-- policies
commons.reminder tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.reminder to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
