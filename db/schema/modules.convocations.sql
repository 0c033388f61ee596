-- schemas
create schema convocations;
grant USAGE on schema convocations to beffroi_app;

-- tables
table convocations.act (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  kind text not null,
  at timestamp with time zone not null default now(),
  by_name text not null,
  starts_at timestamp with time zone not null,
  place text not null,
  rank integer not null,
  agenda_version integer,
  urgency text not null default ''::text,
  quote text not null default ''::text,
  article text not null default ''::text,
  last_day date,
  subject text not null,
  body text not null,
  hash text not null
) row level security forced;
table convocations.notice (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  act_id uuid not null,
  seat_id uuid not null,
  member text not null,
  way text not null,
  address text not null default ''::text,
  mail_id uuid,
  state text not null,
  sent_on date not null,
  received_on date,
  noted_by text not null default ''::text
) row level security forced;

-- constraints
convocations.act act_kind_check CHECK ((kind = ANY (ARRAY['convocation'::text, 'again'::text, 'supplement'::text, 'change'::text, 'cancellation'::text])));
convocations.act act_pkey PRIMARY KEY (tenant_id, id);
convocations.act act_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
convocations.notice notice_pkey PRIMARY KEY (tenant_id, id);
convocations.notice notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'kept'::text, 'returned'::text, 'received'::text])));
convocations.notice notice_tenant_id_act_id_fkey FOREIGN KEY (tenant_id, act_id) REFERENCES convocations.act(tenant_id, id);
convocations.notice notice_tenant_id_act_id_seat_id_key UNIQUE (tenant_id, act_id, seat_id);
convocations.notice notice_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
convocations.notice notice_way_check CHECK ((way = ANY (ARRAY['email'::text, 'paper'::text, 'bearer'::text])));

-- indexes
CREATE INDEX act_meeting ON convocations.act USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX act_pkey ON convocations.act USING btree (tenant_id, id);
CREATE INDEX notice_mail ON convocations.notice USING btree (tenant_id, mail_id);
CREATE UNIQUE INDEX notice_pkey ON convocations.notice USING btree (tenant_id, id);
CREATE INDEX notice_seat ON convocations.notice USING btree (tenant_id, seat_id);
CREATE UNIQUE INDEX notice_tenant_id_act_id_seat_id_key ON convocations.notice USING btree (tenant_id, act_id, seat_id);

-- policies
convocations.act tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
convocations.notice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
convocations.act to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
convocations.notice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
