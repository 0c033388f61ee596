-- schemas
create schema deliberations;
grant USAGE on schema deliberations to beffroi_app;

-- tables
table deliberations.attendance (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  seat_id uuid not null,
  status text not null
) row level security forced;
table deliberations.ballot (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  seat_id uuid not null,
  choice text not null
) row level security forced;
table deliberations.item (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  meeting_id uuid,
  position integer,
  list_type text not null default 'normal'::text,
  privacy text not null default 'public'::text,
  poll_type text not null default 'freehand'::text,
  category_id uuid,
  motivation text not null default ''::text,
  decision text not null default ''::text,
  decided_at timestamp with time zone
) row level security forced;
table deliberations.meeting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  starts_at timestamp with time zone not null,
  place text not null default ''::text,
  number integer,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  assembly text not null default ''::text
) row level security forced;
table deliberations.organ (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  name text not null,
  acronym text not null,
  speaks_as text not null,
  insertion jsonb not null,
  position integer not null default 0
) row level security forced;
table deliberations.seat (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  person_id uuid not null,
  part text not null,
  title text not null,
  position integer not null,
  valid_from date not null,
  valid_to date
) row level security forced;
table deliberations.vote (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  secret boolean not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  blank integer not null default 0,
  invalid integer not null default 0,
  outcome text not null,
  article text not null
) row level security forced;

-- constraints
deliberations.attendance attendance_pkey PRIMARY KEY (tenant_id, meeting_id, seat_id);
deliberations.attendance attendance_status_check CHECK ((status = ANY (ARRAY['present'::text, 'excused'::text, 'absent'::text])));
deliberations.attendance attendance_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
deliberations.attendance attendance_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES deliberations.seat(tenant_id, id);
deliberations.ballot ballot_choice_check CHECK ((choice = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text])));
deliberations.ballot ballot_pkey PRIMARY KEY (tenant_id, item_id, seat_id);
deliberations.ballot ballot_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
deliberations.ballot ballot_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES deliberations.seat(tenant_id, id);
deliberations.item item_check CHECK (((meeting_id IS NULL) = ("position" IS NULL)));
deliberations.item item_list_type_check CHECK ((list_type = ANY (ARRAY['normal'::text, 'late'::text])));
deliberations.item item_pkey PRIMARY KEY (tenant_id, id);
deliberations.item item_poll_type_check CHECK ((poll_type = ANY (ARRAY['freehand'::text, 'secret'::text, 'no_vote'::text])));
deliberations.item item_privacy_check CHECK ((privacy = ANY (ARRAY['public'::text, 'secret'::text])));
deliberations.item item_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES commons.term(tenant_id, id);
deliberations.item item_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
deliberations.item item_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id);
deliberations.item item_tenant_id_meeting_id_position_key UNIQUE (tenant_id, meeting_id, "position") DEFERRABLE INITIALLY DEFERRED;
deliberations.item item_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES deliberations.organ(tenant_id, id);
deliberations.meeting meeting_pkey PRIMARY KEY (tenant_id, id);
deliberations.meeting meeting_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
deliberations.meeting meeting_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES deliberations.organ(tenant_id, id);
deliberations.meeting meeting_tenant_id_organ_id_starts_at_key UNIQUE (tenant_id, organ_id, starts_at);
deliberations.organ organ_pkey PRIMARY KEY (tenant_id, id);
deliberations.organ organ_tenant_id_acronym_key UNIQUE (tenant_id, acronym);
deliberations.seat seat_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
deliberations.seat seat_part_check CHECK ((part = ANY (ARRAY['president'::text, 'member'::text, 'secretary'::text])));
deliberations.seat seat_pkey PRIMARY KEY (tenant_id, id);
deliberations.seat seat_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES deliberations.organ(tenant_id, id);
deliberations.seat seat_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);
deliberations.vote vote_abstain_check CHECK ((abstain >= 0));
deliberations.vote vote_blank_check CHECK ((blank >= 0));
deliberations.vote vote_invalid_check CHECK ((invalid >= 0));
deliberations.vote vote_no_check CHECK ((no >= 0));
deliberations.vote vote_outcome_check CHECK ((outcome = ANY (ARRAY['adopted'::text, 'minority'::text, 'tie'::text, 'tie_postponed'::text, 'no_vote_cast'::text])));
deliberations.vote vote_pkey PRIMARY KEY (tenant_id, item_id);
deliberations.vote vote_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
deliberations.vote vote_yes_check CHECK ((yes >= 0));

-- indexes
CREATE UNIQUE INDEX attendance_pkey ON deliberations.attendance USING btree (tenant_id, meeting_id, seat_id);
CREATE UNIQUE INDEX ballot_pkey ON deliberations.ballot USING btree (tenant_id, item_id, seat_id);
CREATE UNIQUE INDEX item_pkey ON deliberations.item USING btree (tenant_id, id);
CREATE UNIQUE INDEX item_tenant_id_meeting_id_position_key ON deliberations.item USING btree (tenant_id, meeting_id, "position");
CREATE UNIQUE INDEX meeting_pkey ON deliberations.meeting USING btree (tenant_id, id);
CREATE INDEX meeting_starts ON deliberations.meeting USING btree (tenant_id, starts_at DESC);
CREATE UNIQUE INDEX meeting_tenant_id_organ_id_starts_at_key ON deliberations.meeting USING btree (tenant_id, organ_id, starts_at);
CREATE UNIQUE INDEX organ_pkey ON deliberations.organ USING btree (tenant_id, id);
CREATE UNIQUE INDEX organ_tenant_id_acronym_key ON deliberations.organ USING btree (tenant_id, acronym);
CREATE INDEX seat_organ ON deliberations.seat USING btree (tenant_id, organ_id, "position");
CREATE INDEX seat_person ON deliberations.seat USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX seat_pkey ON deliberations.seat USING btree (tenant_id, id);
CREATE UNIQUE INDEX vote_pkey ON deliberations.vote USING btree (tenant_id, item_id);

-- policies
deliberations.attendance tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.ballot tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.item tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.meeting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.organ tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.seat tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
deliberations.vote tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
deliberations.attendance to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.ballot to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.item to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.meeting to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.organ to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.seat to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
deliberations.vote to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
