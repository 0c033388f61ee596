-- tables
table commons.organ (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  name text not null,
  acronym text not null,
  speaks_as text not null,
  insertion jsonb not null,
  position integer not null default 0,
  seats smallint,
  closed_on date
) row level security forced;
table commons.organ_name (
  tenant_id uuid not null default kernel.tenant_id(),
  organ_id uuid not null,
  until date not null,
  name text not null,
  speaks_as text not null
) row level security forced;
table commons.seat (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  organ_id uuid not null,
  person_id uuid not null,
  part text not null,
  title text not null,
  position integer not null,
  valid_from date not null,
  valid_to date,
  party_group text not null default ''::text
) row level security forced;

-- constraints
commons.organ organ_pkey PRIMARY KEY (tenant_id, id);
commons.organ organ_seats_check CHECK (((seats >= 1) AND (seats <= 300)));
commons.organ_name organ_name_pkey PRIMARY KEY (tenant_id, organ_id, until);
commons.organ_name organ_name_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id) ON DELETE CASCADE;
commons.seat seat_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)));
commons.seat seat_part_check CHECK ((part = ANY (ARRAY['president'::text, 'member'::text, 'secretary'::text])));
commons.seat seat_party_group_check CHECK ((length(party_group) <= 100));
commons.seat seat_pkey PRIMARY KEY (tenant_id, id);
commons.seat seat_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
commons.seat seat_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX organ_pkey ON commons.organ USING btree (tenant_id, id);
CREATE UNIQUE INDEX organ_tenant_id_name_key_idx ON commons.organ USING btree (tenant_id, kernel.name_key(acronym));
CREATE UNIQUE INDEX organ_tenant_id_name_key_idx1 ON commons.organ USING btree (tenant_id, kernel.name_key(name));
CREATE UNIQUE INDEX organ_name_pkey ON commons.organ_name USING btree (tenant_id, organ_id, until);
CREATE INDEX seat_organ ON commons.seat USING btree (tenant_id, organ_id, "position");
CREATE INDEX seat_person ON commons.seat USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX seat_pkey ON commons.seat USING btree (tenant_id, id);

-- policies
commons.organ tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.organ_name tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.seat tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.organ to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.organ_name to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.seat to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
