-- schemas
create schema live;
grant USAGE on schema live to beffroi_app;

-- tables
table live.box (
  tenant_id uuid not null default kernel.tenant_id(),
  poll_id uuid not null,
  paper bytea not null,
  proof bytea not null,
  sealed bytea not null,
  signed bytea not null
) row level security forced;
table live.choice (
  tenant_id uuid not null default kernel.tenant_id(),
  poll_id uuid not null,
  seat_id uuid not null,
  choice text not null,
  aloud boolean not null
) row level security forced;
table live.counted (
  tenant_id uuid not null default kernel.tenant_id(),
  poll_id uuid not null,
  item_id uuid not null,
  numbers text[] not null
) row level security forced;
table live.front (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  item_id uuid not null
) row level security forced;
table live.paper (
  tenant_id uuid not null default kernel.tenant_id(),
  poll_id uuid not null,
  seat_id uuid not null,
  blinded bytea,
  lost integer not null default 0
) row level security forced;
table live.poll (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  item_id uuid not null,
  motion_id uuid,
  opened_at timestamp with time zone not null default now(),
  secret boolean not null default false,
  signs bytea,
  paper_key text,
  box_key text
) row level security forced;

-- constraints
live.box box_pkey PRIMARY KEY (tenant_id, poll_id, paper);
live.box box_tenant_id_poll_id_fkey FOREIGN KEY (tenant_id, poll_id) REFERENCES live.poll(tenant_id, id) ON DELETE CASCADE;
live.choice choice_choice_check CHECK (((choice = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text])) OR (choice ~ '^[0-9a-f-]{36}$'::text)));
live.choice choice_pkey PRIMARY KEY (tenant_id, poll_id, seat_id);
live.choice choice_tenant_id_poll_id_fkey FOREIGN KEY (tenant_id, poll_id) REFERENCES live.poll(tenant_id, id) ON DELETE CASCADE;
live.choice choice_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
live.counted counted_pkey PRIMARY KEY (tenant_id, poll_id);
live.counted counted_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
live.front front_pkey PRIMARY KEY (tenant_id, meeting_id);
live.front front_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
live.front front_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id) ON DELETE CASCADE;
live.paper paper_lost_check CHECK (((lost >= 0) AND (lost <= 20)));
live.paper paper_pkey PRIMARY KEY (tenant_id, poll_id, seat_id);
live.paper paper_tenant_id_poll_id_fkey FOREIGN KEY (tenant_id, poll_id) REFERENCES live.poll(tenant_id, id) ON DELETE CASCADE;
live.paper paper_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
live.poll poll_check CHECK ((secret = ((signs IS NOT NULL) AND (paper_key IS NOT NULL) AND (box_key IS NOT NULL))));
live.poll poll_check1 CHECK ((secret OR ((signs IS NULL) AND (paper_key IS NULL) AND (box_key IS NULL))));
live.poll poll_pkey PRIMARY KEY (tenant_id, id);
live.poll poll_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
live.poll poll_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id) ON DELETE CASCADE;
live.poll poll_tenant_id_meeting_id_key UNIQUE (tenant_id, meeting_id);
live.poll poll_tenant_id_motion_id_fkey FOREIGN KEY (tenant_id, motion_id) REFERENCES votes.motion(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX box_pkey ON live.box USING btree (tenant_id, poll_id, paper);
CREATE UNIQUE INDEX choice_pkey ON live.choice USING btree (tenant_id, poll_id, seat_id);
CREATE INDEX choice_tenant_id_seat_id_idx ON live.choice USING btree (tenant_id, seat_id);
CREATE UNIQUE INDEX counted_pkey ON live.counted USING btree (tenant_id, poll_id);
CREATE INDEX counted_tenant_id_item_id_idx ON live.counted USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX front_pkey ON live.front USING btree (tenant_id, meeting_id);
CREATE INDEX front_tenant_id_item_id_idx ON live.front USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX paper_pkey ON live.paper USING btree (tenant_id, poll_id, seat_id);
CREATE INDEX paper_tenant_id_seat_id_idx ON live.paper USING btree (tenant_id, seat_id);
CREATE UNIQUE INDEX poll_pkey ON live.poll USING btree (tenant_id, id);
CREATE INDEX poll_tenant_id_item_id_idx ON live.poll USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX poll_tenant_id_meeting_id_key ON live.poll USING btree (tenant_id, meeting_id);
CREATE INDEX poll_tenant_id_motion_id_idx ON live.poll USING btree (tenant_id, motion_id);

-- policies
live.box tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
live.choice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
live.counted tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
live.front tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
live.paper tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
live.poll tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
live.box to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
live.choice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
live.counted to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
live.front to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
live.paper to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
live.poll to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
