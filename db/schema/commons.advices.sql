-- tables
table commons.advice (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  type_id uuid not null,
  subject_id uuid not null,
  subject_kind text not null,
  giver text not null,
  advisers text[] not null,
  askers text[] not null default '{}'::text[],
  subject_readers text[] not null default '{}'::text[],
  nature text not null,
  confidential boolean not null default false,
  reason text not null default ''::text,
  delay text not null default 'normal'::text,
  started_on date,
  stopped_on date,
  why text not null default ''::text,
  alert_on date,
  told_on date,
  draft_value text,
  draft_words text not null default ''::text,
  value text,
  words text not null default ''::text,
  given_on date,
  given_by text not null default ''::text,
  answer text not null default ''::text,
  inherited_from uuid,
  withdrawn boolean not null default false
) row level security forced;
table commons.advice_type (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  about text not null,
  giver text not null,
  nature text not null default 'optional'::text,
  condition text,
  uninvited boolean not null default false,
  must_favour boolean not null default false,
  law text,
  days integer not null default 10,
  unit text not null default 'working'::text,
  week text not null default 'five'::text,
  not_on text[] not null default '{}'::text[],
  alert integer not null default 2,
  delays jsonb not null default '[]'::jsonb,
  offers text[] not null default '{}'::text[],
  confidential boolean not null default false,
  request text not null default ''::text,
  given_text text not null default ''::text,
  own_text text not null default ''::text,
  late_text text not null default ''::text,
  none_text text not null default ''::text
) row level security forced;
table commons.advice_version (
  tenant_id uuid not null default kernel.tenant_id(),
  advice_id uuid not null,
  number integer not null,
  value text not null,
  words text not null,
  given_on date not null,
  given_by text not null,
  at timestamp with time zone not null default now(),
  snapshot jsonb not null
) row level security forced;

-- constraints
commons.advice advice_check CHECK (((value IS NULL) = (given_on IS NULL)));
commons.advice advice_nature_check CHECK ((nature = ANY (ARRAY['optional'::text, 'mandatory'::text, 'automatic'::text, 'own'::text])));
commons.advice advice_pkey PRIMARY KEY (tenant_id, id);
commons.advice advice_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.advice advice_tenant_id_inherited_from_fkey FOREIGN KEY (tenant_id, inherited_from) REFERENCES commons.advice(tenant_id, id);
commons.advice advice_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES commons.dossier(tenant_id, id);
commons.advice advice_tenant_id_type_id_fkey FOREIGN KEY (tenant_id, type_id) REFERENCES commons.advice_type(tenant_id, id);
commons.advice_type advice_type_alert_check CHECK (((alert >= 0) AND (alert <= 60)));
commons.advice_type advice_type_check CHECK (((nature = 'automatic'::text) = (condition IS NOT NULL)));
commons.advice_type advice_type_days_check CHECK (((days >= 1) AND (days <= 365)));
commons.advice_type advice_type_nature_check CHECK ((nature = ANY (ARRAY['optional'::text, 'mandatory'::text, 'automatic'::text])));
commons.advice_type advice_type_pkey PRIMARY KEY (tenant_id, id);
commons.advice_type advice_type_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.advice_type advice_type_unit_check CHECK ((unit = ANY (ARRAY['working'::text, 'calendar'::text])));
commons.advice_type advice_type_week_check CHECK ((week = ANY (ARRAY['five'::text, 'six'::text])));
commons.advice_version advice_version_pkey PRIMARY KEY (tenant_id, advice_id, number);
commons.advice_version advice_version_tenant_id_advice_id_fkey FOREIGN KEY (tenant_id, advice_id) REFERENCES commons.advice(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX advice_of_type ON commons.advice USING btree (tenant_id, type_id);
CREATE UNIQUE INDEX advice_once ON commons.advice USING btree (tenant_id, subject_id, type_id) WHERE (NOT withdrawn);
CREATE UNIQUE INDEX advice_pkey ON commons.advice USING btree (tenant_id, id);
CREATE INDEX advice_subject ON commons.advice USING btree (tenant_id, subject_id);
CREATE UNIQUE INDEX advice_type_pkey ON commons.advice_type USING btree (tenant_id, id);
CREATE UNIQUE INDEX advice_version_pkey ON commons.advice_version USING btree (tenant_id, advice_id, number);

-- policies
commons.advice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.advice_type tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.advice_version tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.advice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.advice_type to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.advice_version to beffroi_app: DELETE, INSERT, SELECT;
