-- schemas
create schema votes;
grant USAGE on schema votes to beffroi_app;

-- tables
table votes.ballot (
  tenant_id uuid not null default kernel.tenant_id(),
  seat_id uuid not null,
  choice text not null,
  vote_id uuid not null
) row level security forced;
table votes.candidate (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  item_id uuid not null,
  number integer not null,
  name text not null,
  born_on date
) row level security forced;
table votes.election (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  posts integer not null
) row level security forced;
table votes.motion (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  item_id uuid not null,
  number integer not null,
  kind text not null,
  title text not null,
  proposal text not null default ''::text,
  replaced text,
  proposed_by uuid,
  secret boolean not null
) row level security forced;
table votes.round (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  number integer not null,
  papers integer not null,
  blank integer not null,
  invalid integer not null,
  article text not null,
  votes jsonb not null
) row level security forced;
table votes.vote (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  secret boolean not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  blank integer not null default 0,
  invalid integer not null default 0,
  outcome text not null,
  article text not null,
  id uuid not null default uuidv7(),
  motion_id uuid,
  casting_seat_id uuid,
  remark text not null default ''::text
) row level security forced;

-- constraints
votes.ballot ballot_choice_check CHECK ((choice = ANY (ARRAY['yes'::text, 'no'::text, 'abstain'::text])));
votes.ballot ballot_pkey PRIMARY KEY (tenant_id, vote_id, seat_id);
votes.ballot ballot_tenant_id_seat_id_fkey FOREIGN KEY (tenant_id, seat_id) REFERENCES commons.seat(tenant_id, id);
votes.ballot ballot_tenant_id_vote_id_fkey FOREIGN KEY (tenant_id, vote_id) REFERENCES votes.vote(tenant_id, id) ON DELETE CASCADE;
votes.candidate candidate_pkey PRIMARY KEY (tenant_id, id);
votes.candidate candidate_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES votes.election(tenant_id, item_id) ON DELETE CASCADE;
votes.candidate candidate_tenant_id_item_id_number_key UNIQUE (tenant_id, item_id, number);
votes.election election_pkey PRIMARY KEY (tenant_id, item_id);
votes.election election_posts_check CHECK ((posts > 0));
votes.election election_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
votes.motion motion_kind_check CHECK ((kind = ANY (ARRAY['amendment'::text, 'part'::text, 'option'::text])));
votes.motion motion_number_check CHECK ((number > 0));
votes.motion motion_pkey PRIMARY KEY (tenant_id, id);
votes.motion motion_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
votes.motion motion_tenant_id_item_id_number_key UNIQUE (tenant_id, item_id, number);
votes.motion motion_tenant_id_proposed_by_fkey FOREIGN KEY (tenant_id, proposed_by) REFERENCES commons.seat(tenant_id, id);
votes.round round_blank_check CHECK ((blank >= 0));
votes.round round_invalid_check CHECK ((invalid >= 0));
votes.round round_number_check CHECK ((number = ANY (ARRAY[1, 2])));
votes.round round_papers_check CHECK ((papers >= 0));
votes.round round_pkey PRIMARY KEY (tenant_id, item_id, number);
votes.round round_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES votes.election(tenant_id, item_id) ON DELETE CASCADE;
votes.vote vote_abstain_check CHECK ((abstain >= 0));
votes.vote vote_blank_check CHECK ((blank >= 0));
votes.vote vote_invalid_check CHECK ((invalid >= 0));
votes.vote vote_no_check CHECK ((no >= 0));
votes.vote vote_outcome_check CHECK ((outcome = ANY (ARRAY['adopted'::text, 'minority'::text, 'tie'::text, 'tie_postponed'::text, 'no_vote_cast'::text])));
votes.vote vote_pkey PRIMARY KEY (tenant_id, id);
votes.vote vote_tenant_id_casting_seat_id_fkey FOREIGN KEY (tenant_id, casting_seat_id) REFERENCES commons.seat(tenant_id, id);
votes.vote vote_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);
votes.vote vote_tenant_id_item_id_motion_id_key UNIQUE NULLS NOT DISTINCT (tenant_id, item_id, motion_id);
votes.vote vote_tenant_id_motion_id_fkey FOREIGN KEY (tenant_id, motion_id) REFERENCES votes.motion(tenant_id, id);
votes.vote vote_yes_check CHECK ((yes >= 0));

-- indexes
CREATE UNIQUE INDEX ballot_pkey ON votes.ballot USING btree (tenant_id, vote_id, seat_id);
CREATE UNIQUE INDEX candidate_pkey ON votes.candidate USING btree (tenant_id, id);
CREATE UNIQUE INDEX candidate_tenant_id_item_id_number_key ON votes.candidate USING btree (tenant_id, item_id, number);
CREATE UNIQUE INDEX election_pkey ON votes.election USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX motion_pkey ON votes.motion USING btree (tenant_id, id);
CREATE UNIQUE INDEX motion_tenant_id_item_id_number_key ON votes.motion USING btree (tenant_id, item_id, number);
CREATE UNIQUE INDEX round_pkey ON votes.round USING btree (tenant_id, item_id, number);
CREATE UNIQUE INDEX vote_pkey ON votes.vote USING btree (tenant_id, id);
CREATE UNIQUE INDEX vote_tenant_id_item_id_motion_id_key ON votes.vote USING btree (tenant_id, item_id, motion_id) NULLS NOT DISTINCT;

-- policies
votes.ballot tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
votes.candidate tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
votes.election tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
votes.motion tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
votes.round tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
votes.vote tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
votes.ballot to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
votes.candidate to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
votes.election to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
votes.motion to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
votes.round to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
votes.vote to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
