-- tables
table commons.notice (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  person_id uuid not null,
  dossier_id uuid,
  type text not null,
  actor_name text not null,
  said text not null default ''::text,
  at timestamp with time zone not null default now(),
  seen_at timestamp with time zone,
  href text,
  about jsonb,
  mail text
) row level security forced;
table commons.notice_mail (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  language text not null,
  origin text not null
) row level security forced;
table commons.notice_wish (
  tenant_id uuid not null default kernel.tenant_id(),
  person_id uuid not null,
  type text not null,
  how text not null
) row level security forced;

-- constraints
commons.notice notice_check CHECK (((dossier_id IS NOT NULL) OR (href IS NOT NULL)));
commons.notice notice_mail_check CHECK ((mail = ANY (ARRAY['mail'::text, 'daily'::text])));
commons.notice notice_pkey PRIMARY KEY (tenant_id, id);
commons.notice notice_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.notice notice_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
commons.notice_mail notice_mail_pkey PRIMARY KEY (tenant_id, person_id);
commons.notice_mail notice_mail_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
commons.notice_wish notice_unwanted_pkey PRIMARY KEY (tenant_id, person_id, type);
commons.notice_wish notice_unwanted_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES commons.person(tenant_id, id) ON DELETE CASCADE;
commons.notice_wish notice_wish_how_check CHECK ((how = ANY (ARRAY['none'::text, 'mail'::text, 'daily'::text])));

-- indexes
CREATE INDEX notice_dossier ON commons.notice USING btree (tenant_id, dossier_id);
CREATE INDEX notice_new ON commons.notice USING btree (tenant_id, person_id) WHERE (seen_at IS NULL);
CREATE INDEX notice_person ON commons.notice USING btree (tenant_id, person_id, id);
CREATE UNIQUE INDEX notice_pkey ON commons.notice USING btree (tenant_id, id);
CREATE INDEX notice_waits_for_mail ON commons.notice USING btree (tenant_id, mail) WHERE (mail IS NOT NULL);
CREATE UNIQUE INDEX notice_mail_pkey ON commons.notice_mail USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX notice_unwanted_pkey ON commons.notice_wish USING btree (tenant_id, person_id, type);

-- policies
commons.notice tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.notice_mail tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.notice_wish tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.notice to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.notice_mail to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.notice_wish to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
