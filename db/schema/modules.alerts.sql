-- schemas
create schema alerts;
grant USAGE on schema alerts to beffroi_app;
grant USAGE on schema alerts to beffroi_public;

-- functions
CREATE OR REPLACE FUNCTION alerts.at_place(places text[], asked text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM unnest(at_place.places) p(name)
           WHERE (POSITION((kernel.name_key(at_place.asked)) IN (kernel.name_key(p.name))) > 0))) AS "exists";
END
;
grant EXECUTE on function alerts.at_place(text[],text) to beffroi_app;
grant EXECUTE on function alerts.at_place(text[],text) to beffroi_public;

-- tables
table alerts.asked (
  tenant_id uuid not null default kernel.tenant_id(),
  token_hash bytea not null,
  email text not null,
  language text not null,
  origin text not null,
  words text not null,
  subject text not null,
  organ text not null,
  place text not null,
  asked_at timestamp with time zone not null default now(),
  subscriber_id uuid
) row level security forced;
table alerts.follow (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  subscriber_id uuid not null,
  words text not null,
  subject text not null,
  organ text not null,
  place text not null
) row level security forced;
table alerts.subscriber (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  email text not null,
  language text not null,
  origin text not null,
  since timestamp with time zone not null default now()
) row level security forced;
table alerts.told (
  tenant_id uuid not null default kernel.tenant_id(),
  subscriber_id uuid not null,
  slug text not null,
  stage text not null,
  mail_id uuid,
  at timestamp with time zone not null default now()
) row level security forced;

-- constraints
alerts.asked asked_check CHECK (((email = ''::text) = (subscriber_id IS NOT NULL)));
alerts.asked asked_pkey PRIMARY KEY (tenant_id, token_hash);
alerts.asked asked_tenant_id_subscriber_id_fkey FOREIGN KEY (tenant_id, subscriber_id) REFERENCES alerts.subscriber(tenant_id, id) ON DELETE CASCADE;
alerts.follow follow_pkey PRIMARY KEY (tenant_id, id);
alerts.follow follow_tenant_id_subscriber_id_fkey FOREIGN KEY (tenant_id, subscriber_id) REFERENCES alerts.subscriber(tenant_id, id) ON DELETE CASCADE;
alerts.follow follow_tenant_id_subscriber_id_words_subject_organ_place_key UNIQUE (tenant_id, subscriber_id, words, subject, organ, place);
alerts.subscriber subscriber_pkey PRIMARY KEY (tenant_id, id);
alerts.subscriber subscriber_tenant_id_email_key UNIQUE (tenant_id, email);
alerts.told told_pkey PRIMARY KEY (tenant_id, subscriber_id, slug, stage);
alerts.told told_stage_check CHECK ((stage = ANY (ARRAY['project'::text, 'decision'::text])));
alerts.told told_tenant_id_subscriber_id_fkey FOREIGN KEY (tenant_id, subscriber_id) REFERENCES alerts.subscriber(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX asked_email ON alerts.asked USING btree (tenant_id, email);
CREATE UNIQUE INDEX asked_pkey ON alerts.asked USING btree (tenant_id, token_hash);
CREATE INDEX asked_subscriber ON alerts.asked USING btree (tenant_id, subscriber_id);
CREATE UNIQUE INDEX follow_pkey ON alerts.follow USING btree (tenant_id, id);
CREATE UNIQUE INDEX follow_tenant_id_subscriber_id_words_subject_organ_place_key ON alerts.follow USING btree (tenant_id, subscriber_id, words, subject, organ, place);
CREATE UNIQUE INDEX subscriber_pkey ON alerts.subscriber USING btree (tenant_id, id);
CREATE UNIQUE INDEX subscriber_tenant_id_email_key ON alerts.subscriber USING btree (tenant_id, email);
CREATE INDEX told_mail ON alerts.told USING btree (tenant_id, mail_id);
CREATE UNIQUE INDEX told_pkey ON alerts.told USING btree (tenant_id, subscriber_id, slug, stage);
CREATE INDEX told_slug ON alerts.told USING btree (tenant_id, slug);

-- policies
alerts.asked tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
alerts.follow tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
alerts.subscriber tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
alerts.told tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
alerts.asked to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
alerts.follow to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
alerts.subscriber to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
alerts.told to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
