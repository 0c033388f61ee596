-- schemas
create schema sittings;
grant USAGE on schema sittings to beffroi_app;

-- tables
table sittings.attendance (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  seat_id uuid not null,
  status text not null,
  part text not null,
  title text not null,
  civility text not null,
  first_name text not null,
  last_name text not null,
  place integer not null
) row level security forced;
table sittings.called (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  item_id uuid not null,
  seat_id uuid not null,
  article text not null,
  title text not null,
  civility text not null,
  first_name text not null,
  last_name text not null
) row level security forced;
table sittings.movement (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  seat_id uuid not null,
  item_id uuid not null,
  kind text not null,
  at time without time zone
) row level security forced;
table sittings.officer (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  office text not null,
  seat_id uuid not null
) row level security forced;
table sittings.urgency (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  article text not null
) row level security forced;
table sittings.urgency_voice (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  seat_id uuid not null
) row level security forced;

-- constraints
sittings.attendance attendance_part_check CHECK ((part = ANY (ARRAY['president'::text, 'member'::text, 'secretary'::text])));
sittings.attendance attendance_pkey PRIMARY KEY (tenant_id, meeting_id, seat_id);
sittings.attendance attendance_status_check CHECK ((status = ANY (ARRAY['present'::text, 'excused'::text, 'absent'::text])));
sittings.attendance attendance_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
sittings.attendance attendance_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
sittings.called called_pkey PRIMARY KEY (tenant_id, item_id);
sittings.called called_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.called called_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
sittings.called called_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
sittings.movement movement_kind_check CHECK ((kind = ANY (ARRAY['arrives'::text, 'leaves'::text, 'withdraws'::text])));
sittings.movement movement_pkey PRIMARY KEY (tenant_id, id);
sittings.movement movement_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.movement movement_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
sittings.movement movement_tenant_id_meeting_id_seat_id_item_id_key UNIQUE (tenant_id, meeting_id, seat_id, item_id);
sittings.movement movement_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
sittings.officer officer_office_check CHECK ((office = ANY (ARRAY['presides'::text, 'keeps'::text])));
sittings.officer officer_pkey PRIMARY KEY (tenant_id, meeting_id, office);
sittings.officer officer_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
sittings.officer officer_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
sittings.urgency urgency_pkey PRIMARY KEY (tenant_id, item_id);
sittings.urgency urgency_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.urgency_voice urgency_voice_pkey PRIMARY KEY (tenant_id, item_id, seat_id);
sittings.urgency_voice urgency_voice_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES sittings.urgency(tenant_id, item_id) ON DELETE CASCADE;
sittings.urgency_voice urgency_voice_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX attendance_pkey ON sittings.attendance USING btree (tenant_id, meeting_id, seat_id);
CREATE UNIQUE INDEX called_pkey ON sittings.called USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX movement_pkey ON sittings.movement USING btree (tenant_id, id);
CREATE UNIQUE INDEX movement_tenant_id_meeting_id_seat_id_item_id_key ON sittings.movement USING btree (tenant_id, meeting_id, seat_id, item_id);
CREATE UNIQUE INDEX officer_pkey ON sittings.officer USING btree (tenant_id, meeting_id, office);
CREATE UNIQUE INDEX urgency_pkey ON sittings.urgency USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX urgency_voice_pkey ON sittings.urgency_voice USING btree (tenant_id, item_id, seat_id);

-- policies
sittings.attendance tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.called tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.movement tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.officer tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.urgency tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.urgency_voice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
sittings.attendance to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.called to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.movement to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.officer to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.urgency to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.urgency_voice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
