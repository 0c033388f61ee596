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
table sittings.incident (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  item_id uuid not null,
  kind text not null,
  during boolean not null default false,
  at time without time zone,
  until time without time zone,
  seat_id uuid,
  ground text not null default ''::text,
  votes integer,
  reason text not null default ''::text,
  article text not null default ''::text
) row level security forced;
table sittings.movement (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  seat_id uuid not null,
  item_id uuid not null,
  kind text not null,
  at time without time zone,
  reason text not null default ''::text
) row level security forced;
table sittings.officer (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  office text not null,
  seat_id uuid not null
) row level security forced;
table sittings.proxy (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  giver_id uuid not null,
  holder_id uuid not null,
  from_item_id uuid not null,
  until_item_id uuid,
  given_on date not null,
  statement text not null,
  article text not null
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
sittings.incident incident_check CHECK (((kind <> 'suspended'::text) OR (at IS NOT NULL)));
sittings.incident incident_check1 CHECK (((kind = 'suspended'::text) OR (until IS NULL)));
sittings.incident incident_check2 CHECK (((kind <> ALL (ARRAY['presides'::text, 'keeps'::text])) OR (seat_id IS NOT NULL)));
sittings.incident incident_ground_check CHECK ((ground = ANY (ARRAY[''::text, 'persons'::text, 'public_order'::text, 'rank'::text, 'designation'::text])));
sittings.incident incident_kind_check CHECK ((kind = ANY (ARRAY['suspended'::text, 'withdrawn'::text, 'readmitted'::text, 'presides'::text, 'keeps'::text])));
sittings.incident incident_pkey PRIMARY KEY (tenant_id, id);
sittings.incident incident_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.incident incident_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
sittings.incident incident_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
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
sittings.proxy proxy_check CHECK ((giver_id <> holder_id));
sittings.proxy proxy_pkey PRIMARY KEY (tenant_id, id);
sittings.proxy proxy_tenant_id_from_item_id_fkey FOREIGN KEY (tenant_id, from_item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.proxy proxy_tenant_id_giver_id_fkey FOREIGN KEY (tenant_id, giver_id) REFERENCES commons.seat(tenant_id, id);
sittings.proxy proxy_tenant_id_holder_id_fkey FOREIGN KEY (tenant_id, holder_id) REFERENCES commons.seat(tenant_id, id);
sittings.proxy proxy_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
sittings.proxy proxy_tenant_id_until_item_id_fkey FOREIGN KEY (tenant_id, until_item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.urgency urgency_pkey PRIMARY KEY (tenant_id, item_id);
sittings.urgency urgency_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
sittings.urgency_voice urgency_voice_pkey PRIMARY KEY (tenant_id, item_id, seat_id);
sittings.urgency_voice urgency_voice_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES sittings.urgency(tenant_id, item_id) ON DELETE CASCADE;
sittings.urgency_voice urgency_voice_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX attendance_pkey ON sittings.attendance USING btree (tenant_id, meeting_id, seat_id);
CREATE UNIQUE INDEX called_pkey ON sittings.called USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX incident_pkey ON sittings.incident USING btree (tenant_id, id);
CREATE INDEX incident_tenant_id_meeting_id_idx ON sittings.incident USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX movement_pkey ON sittings.movement USING btree (tenant_id, id);
CREATE UNIQUE INDEX movement_tenant_id_meeting_id_seat_id_item_id_key ON sittings.movement USING btree (tenant_id, meeting_id, seat_id, item_id);
CREATE UNIQUE INDEX officer_pkey ON sittings.officer USING btree (tenant_id, meeting_id, office);
CREATE UNIQUE INDEX proxy_pkey ON sittings.proxy USING btree (tenant_id, id);
CREATE INDEX proxy_tenant_id_meeting_id_idx ON sittings.proxy USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX urgency_pkey ON sittings.urgency USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX urgency_voice_pkey ON sittings.urgency_voice USING btree (tenant_id, item_id, seat_id);

-- policies
sittings.attendance tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.called tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.incident tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.movement tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.officer tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.proxy tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.urgency tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sittings.urgency_voice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
sittings.attendance to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.called to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.incident to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.movement to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.officer to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.proxy to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.urgency to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sittings.urgency_voice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
