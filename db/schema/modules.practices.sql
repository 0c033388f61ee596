-- schemas
create schema practices;
grant USAGE on schema practices to beffroi_app;

-- tables
table practices.first_number (
  tenant_id uuid not null default kernel.tenant_id(),
  meeting_id uuid not null,
  number integer not null
) row level security forced;
table practices.practice (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  hides boolean not null default false,
  goes_on text not null default 'no'::text,
  since date,
  categories uuid[] not null default '{}'::uuid[]
) row level security forced;

-- constraints
practices.first_number first_number_number_check CHECK ((number > 0));
practices.first_number first_number_pkey PRIMARY KEY (tenant_id, meeting_id);
practices.first_number first_number_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id) ON DELETE CASCADE;
practices.practice practice_check CHECK (((goes_on <> 'since'::text) OR (since IS NOT NULL)));
practices.practice practice_goes_on_check CHECK ((goes_on = ANY (ARRAY['no'::text, 'year'::text, 'since'::text])));
practices.practice practice_pkey PRIMARY KEY (tenant_id, id);
practices.practice practice_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
practices.practice practice_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
practices.practice practice_tenant_id_organ_id_key UNIQUE (tenant_id, organ_id);

-- indexes
CREATE UNIQUE INDEX first_number_pkey ON practices.first_number USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX practice_pkey ON practices.practice USING btree (tenant_id, id);
CREATE UNIQUE INDEX practice_tenant_id_organ_id_key ON practices.practice USING btree (tenant_id, organ_id);

-- policies
practices.first_number tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
practices.practice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
practices.first_number to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
practices.practice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
