-- functions
CREATE OR REPLACE FUNCTION commons.keep_publication()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - '{withdrawn_at,withdrawal_reason}'::text[]
      = to_jsonb(old) - '{withdrawn_at,withdrawal_reason}'::text[]
  then
    return new;
  end if;
  raise exception 'A publication is withdrawn once, and never changed or erased'
    using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION commons.place_publication()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.place := coalesce((
    select p.place from commons.publication p where p.tenant_id = new.tenant_id and p.hash = new.previous_hash), 0) + 1;
  return new;
end $function$
;

-- tables
table commons.publication (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  publisher text not null,
  subject_id uuid not null,
  slug text not null,
  number integer not null,
  title text not null,
  content jsonb not null,
  hash text not null,
  previous_hash text,
  published_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text,
  place bigint not null default 0
) row level security forced;
table commons.publication_file (
  tenant_id uuid not null default kernel.tenant_id(),
  publication_hash text not null,
  hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null
) row level security forced;
table commons.publication_picture (
  tenant_id uuid not null default kernel.tenant_id(),
  publication_hash text not null,
  hash text not null
) row level security forced;
table commons.publication_withdrawal (
  tenant_id uuid not null default kernel.tenant_id(),
  publisher text not null,
  slug text not null,
  withdrawn_at timestamp with time zone not null,
  said text not null,
  first_published_at timestamp with time zone
) row level security forced;

-- constraints
commons.publication publication_check CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)));
commons.publication publication_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
commons.publication publication_number_check CHECK ((number > 0));
commons.publication publication_pkey PRIMARY KEY (tenant_id, id);
commons.publication publication_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
commons.publication publication_tenant_id_hash_key UNIQUE (tenant_id, hash);
commons.publication publication_tenant_id_previous_hash_fkey FOREIGN KEY (tenant_id, previous_hash) REFERENCES commons.publication(tenant_id, hash);
commons.publication publication_tenant_id_previous_hash_key UNIQUE NULLS NOT DISTINCT (tenant_id, previous_hash);
commons.publication publication_tenant_id_publisher_slug_number_key UNIQUE (tenant_id, publisher, slug, number);
commons.publication publication_tenant_id_subject_id_fkey FOREIGN KEY (tenant_id, subject_id) REFERENCES commons.dossier(tenant_id, id);
commons.publication_file publication_file_file_name_check CHECK ((file_name <> ''::text));
commons.publication_file publication_file_pkey PRIMARY KEY (tenant_id, publication_hash, hash);
commons.publication_file publication_file_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
commons.publication_file publication_file_tenant_id_publication_hash_fkey FOREIGN KEY (tenant_id, publication_hash) REFERENCES commons.publication(tenant_id, hash);
commons.publication_picture publication_picture_pkey PRIMARY KEY (tenant_id, publication_hash, hash);
commons.publication_picture publication_picture_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
commons.publication_picture publication_picture_tenant_id_publication_hash_fkey FOREIGN KEY (tenant_id, publication_hash) REFERENCES commons.publication(tenant_id, hash);
commons.publication_withdrawal publication_withdrawal_pkey PRIMARY KEY (tenant_id, publisher, slug);
commons.publication_withdrawal publication_withdrawal_said_check CHECK ((said <> ''::text));

-- indexes
CREATE INDEX publication_in_time ON commons.publication USING btree (tenant_id, published_at, publisher, slug, number) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX publication_pkey ON commons.publication USING btree (tenant_id, id);
CREATE UNIQUE INDEX publication_place ON commons.publication USING btree (tenant_id, place);
CREATE INDEX publication_subject ON commons.publication USING btree (tenant_id, subject_id, number DESC);
CREATE UNIQUE INDEX publication_tenant_id_hash_key ON commons.publication USING btree (tenant_id, hash);
CREATE UNIQUE INDEX publication_tenant_id_previous_hash_key ON commons.publication USING btree (tenant_id, previous_hash) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX publication_tenant_id_publisher_slug_number_key ON commons.publication USING btree (tenant_id, publisher, slug, number);
CREATE INDEX publication_file_hash ON commons.publication_file USING btree (tenant_id, hash);
CREATE UNIQUE INDEX publication_file_pkey ON commons.publication_file USING btree (tenant_id, publication_hash, hash);
CREATE INDEX publication_picture_hash ON commons.publication_picture USING btree (tenant_id, hash);
CREATE UNIQUE INDEX publication_picture_pkey ON commons.publication_picture USING btree (tenant_id, publication_hash, hash);
CREATE INDEX publication_withdrawal_in_time ON commons.publication_withdrawal USING btree (tenant_id, withdrawn_at, publisher, slug);
CREATE UNIQUE INDEX publication_withdrawal_pkey ON commons.publication_withdrawal USING btree (tenant_id, publisher, slug);

-- policies
commons.publication shown r restrictive to beffroi_public using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (withdrawn_at IS NULL)) check -;
commons.publication tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.publication_file shown r restrictive to beffroi_public using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT
   FROM commons.publication p
  WHERE (p.hash = publication_file.publication_hash)))) check -;
commons.publication_file tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.publication_picture shown r restrictive to beffroi_public using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT
   FROM commons.publication p
  WHERE (p.hash = publication_picture.publication_hash)))) check -;
commons.publication_picture tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.publication_withdrawal tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.publication to beffroi_app: INSERT, SELECT;
commons.publication_file to beffroi_app: INSERT, SELECT;
commons.publication_picture to beffroi_app: INSERT, SELECT;
commons.publication_withdrawal to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- column grants
commons.publication to beffroi_app: UPDATE (withdrawn_at, withdrawal_reason);
commons.publication to beffroi_public: SELECT (publisher, slug, number, title, content, hash, previous_hash, published_at, withdrawn_at);
commons.publication_file to beffroi_public: SELECT (publication_hash, hash, file_name, type, size);
commons.publication_picture to beffroi_public: SELECT (publication_hash, hash);
commons.publication_withdrawal to beffroi_public: SELECT (publisher, slug, withdrawn_at, said, first_published_at);

-- triggers
CREATE TRIGGER keep_publication BEFORE DELETE OR UPDATE ON commons.publication FOR EACH ROW EXECUTE FUNCTION commons.keep_publication();
CREATE TRIGGER keep_publications BEFORE TRUNCATE ON commons.publication FOR EACH STATEMENT EXECUTE FUNCTION commons.keep_publication();
CREATE TRIGGER place_publication BEFORE INSERT ON commons.publication FOR EACH ROW EXECUTE FUNCTION commons.place_publication();
CREATE TRIGGER public_insert AFTER INSERT ON commons.publication REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
CREATE TRIGGER public_update AFTER UPDATE ON commons.publication REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
