-- schemas
create schema regulations;
grant USAGE on schema regulations to beffroi_app;
grant USAGE on schema regulations to beffroi_public;

-- functions
CREATE OR REPLACE FUNCTION regulations.asked(query text, OUT wanted tsquery, OUT lookup tsquery)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
BEGIN ATOMIC
 SELECT a.wanted,
     a.lookup
    FROM kernel.asked(asked.query) a(wanted, lookup);
END
;
grant EXECUTE on function regulations.asked(text) to beffroi_app;
grant EXECUTE on function regulations.asked(text) to beffroi_public;
CREATE OR REPLACE FUNCTION regulations.figures()
 RETURNS TABLE(authority text, what text, count integer)
 LANGUAGE plpgsql
AS $function$
declare
  one record;
begin
  for one in select t.id, t.slug from kernel.tenant t join kernel.trade o on o.tenant_id = t.id and o.module = 'regulations' loop
    perform set_config('app.tenant', one.id::text, true);
    return query
      select one.slug, f.what, f.count::integer from (
        select 'published' as what, count(*) filter (where d.state = 'published') as count
          from commons.dossier d where d.kind = 'regulations.posting'
        union all select 'planned', count(*) filter (where d.state = 'planned') from commons.dossier d where d.kind = 'regulations.posting'
        union all select 'planned_late', count(*) from commons.dossier d join regulations.posting p using (tenant_id, id)
          where d.state = 'planned'
            and (p.publish_on + coalesce(p.publish_at, '00:00')) at time zone 'Europe/Brussels' < now() - interval '1 hour'
        union all select 'expired_late', count(*) from commons.dossier d join regulations.posting p using (tenant_id, id)
          where d.state = 'published' and p.expires_on < (now() at time zone 'Europe/Brussels' - interval '1 hour')::date
        union all select 'stamps_pending', count(*) from regulations.proof where wanted and token is null
      ) f;
  end loop;
  perform set_config('app.tenant', '', true);
end $function$
;

-- tables
table regulations.chain (
  tenant_id uuid not null default kernel.tenant_id(),
  new_slug text not null,
  old_slug text not null,
  whole boolean not null,
  note text not null,
  holds_on date
) row level security forced;
table regulations.entry (
  tenant_id uuid not null default kernel.tenant_id(),
  slug text not null,
  hash text not null,
  nature text not null,
  type text,
  matter text,
  body text not null,
  title text not null,
  published_on date not null,
  published_at timestamp with time zone not null,
  in_force_on date,
  expires_on date,
  archived_on date,
  plain text not null,
  words tsvector not null
) row level security forced;
table regulations.looked (
  tenant_id uuid not null default kernel.tenant_id(),
  posting_id uuid not null,
  edition text not null,
  looked_by uuid not null,
  looked_name text not null,
  looked_at timestamp with time zone not null
) row level security forced;
table regulations.pdf (
  tenant_id uuid not null default kernel.tenant_id(),
  hash text not null,
  holds text
) row level security forced;
table regulations.posting (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  nature text not null,
  type_id uuid,
  matter_id uuid,
  body text not null,
  decided_on date,
  item_id uuid,
  text text not null,
  pdf_id uuid,
  consultation text not null,
  supervised boolean not null,
  supervision_by text not null,
  supervision_outcome text,
  supervision_on date,
  supervision_over_on date,
  publish_on date,
  publish_at time without time zone,
  in_force_on date,
  expires_on date,
  replaces jsonb not null default '[]'::jsonb
) row level security forced;
table regulations.proof (
  tenant_id uuid not null default kernel.tenant_id(),
  hash text not null,
  posting_id uuid not null,
  wanted boolean not null,
  manifest bytea,
  token bytea,
  stamped_at timestamp with time zone,
  stamped_by text,
  tries integer not null default 0,
  last_failure jsonb,
  next_try_at timestamp with time zone not null default now(),
  asked_at timestamp with time zone not null default now(),
  held_back_at timestamp with time zone
) row level security forced;
table regulations.proof_file (
  tenant_id uuid not null default kernel.tenant_id(),
  hash text not null,
  position integer not null,
  file_name text not null,
  type text not null,
  file text not null
) row level security forced;
table regulations.reading (
  tenant_id uuid not null default kernel.tenant_id(),
  posting_id uuid not null,
  fingerprint text not null,
  found jsonb not null,
  too_long boolean not null
) row level security forced;

-- constraints
regulations.chain chain_pkey PRIMARY KEY (tenant_id, new_slug, old_slug);
regulations.chain chain_tenant_id_new_slug_fkey FOREIGN KEY (tenant_id, new_slug) REFERENCES regulations.entry(tenant_id, slug) ON DELETE CASCADE;
regulations.entry entry_pkey PRIMARY KEY (tenant_id, slug);
regulations.entry entry_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES commons.publication(tenant_id, hash);
regulations.looked looked_pkey PRIMARY KEY (tenant_id, posting_id);
regulations.looked looked_tenant_id_posting_id_fkey FOREIGN KEY (tenant_id, posting_id) REFERENCES regulations.posting(tenant_id, id) ON DELETE CASCADE;
regulations.pdf pdf_holds_check CHECK ((holds = ANY (ARRAY['script'::text, 'attachment'::text, 'author'::text, 'encrypted'::text, 'damaged'::text])));
regulations.pdf pdf_pkey PRIMARY KEY (tenant_id, hash);
regulations.pdf pdf_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash) ON DELETE CASCADE;
regulations.posting posting_nature_check CHECK ((nature = ANY (ARRAY['regulation'::text, 'order'::text, 'notice'::text])));
regulations.posting posting_pkey PRIMARY KEY (tenant_id, id);
regulations.posting posting_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
regulations.posting posting_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES commons.dossier(tenant_id, id);
regulations.posting posting_tenant_id_matter_id_fkey FOREIGN KEY (tenant_id, matter_id) REFERENCES commons.term(tenant_id, id);
regulations.posting posting_tenant_id_pdf_id_fkey FOREIGN KEY (tenant_id, pdf_id) REFERENCES commons.annex(tenant_id, id);
regulations.posting posting_tenant_id_type_id_fkey FOREIGN KEY (tenant_id, type_id) REFERENCES commons.term(tenant_id, id);
regulations.proof proof_check CHECK (((token IS NULL) = (stamped_at IS NULL)));
regulations.proof proof_pkey PRIMARY KEY (tenant_id, hash);
regulations.proof proof_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES commons.publication(tenant_id, hash);
regulations.proof proof_tenant_id_posting_id_fkey FOREIGN KEY (tenant_id, posting_id) REFERENCES commons.dossier(tenant_id, id);
regulations.proof_file proof_file_pkey PRIMARY KEY (tenant_id, hash, "position");
regulations.proof_file proof_file_tenant_id_file_fkey FOREIGN KEY (tenant_id, file) REFERENCES kernel.file(tenant_id, hash);
regulations.proof_file proof_file_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES regulations.proof(tenant_id, hash);
regulations.reading reading_pkey PRIMARY KEY (tenant_id, posting_id);
regulations.reading reading_tenant_id_posting_id_fkey FOREIGN KEY (tenant_id, posting_id) REFERENCES regulations.posting(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX chain_old ON regulations.chain USING btree (tenant_id, old_slug);
CREATE UNIQUE INDEX chain_pkey ON regulations.chain USING btree (tenant_id, new_slug, old_slug);
CREATE UNIQUE INDEX chain_replaced_once ON regulations.chain USING btree (tenant_id, old_slug) WHERE whole;
CREATE UNIQUE INDEX entry_pkey ON regulations.entry USING btree (tenant_id, slug);
CREATE INDEX entry_published ON regulations.entry USING btree (tenant_id, published_on DESC, slug);
CREATE INDEX entry_words ON regulations.entry USING gin (words);
CREATE UNIQUE INDEX looked_pkey ON regulations.looked USING btree (tenant_id, posting_id);
CREATE UNIQUE INDEX pdf_pkey ON regulations.pdf USING btree (tenant_id, hash);
CREATE INDEX posting_of_item ON regulations.posting USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX posting_pkey ON regulations.posting USING btree (tenant_id, id);
CREATE UNIQUE INDEX proof_pkey ON regulations.proof USING btree (tenant_id, hash);
CREATE INDEX proof_posting ON regulations.proof USING btree (tenant_id, posting_id);
CREATE INDEX proof_wanting ON regulations.proof USING btree (tenant_id, next_try_at) WHERE (wanted AND (token IS NULL));
CREATE UNIQUE INDEX proof_file_pkey ON regulations.proof_file USING btree (tenant_id, hash, "position");
CREATE UNIQUE INDEX reading_pkey ON regulations.reading USING btree (tenant_id, posting_id);

-- policies
regulations.chain tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.entry tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.looked tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.pdf tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.posting tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.proof shown r restrictive to beffroi_public using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT
   FROM commons.publication p
  WHERE (p.hash = proof.hash)))) check -;
regulations.proof tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.proof_file shown r restrictive to beffroi_public using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT
   FROM commons.publication p
  WHERE (p.hash = proof_file.hash)))) check -;
regulations.proof_file tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
regulations.reading tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
regulations.chain to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.entry to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.looked to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.pdf to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.posting to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.proof to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.proof_file to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
regulations.reading to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- column grants
regulations.chain to beffroi_public: SELECT (new_slug, old_slug, whole, note, holds_on);
regulations.entry to beffroi_public: SELECT (slug, hash, nature, type, matter, body, title, published_on, published_at, in_force_on, expires_on, archived_on, plain, words);
regulations.proof to beffroi_public: SELECT (hash, wanted, manifest, token, stamped_at, stamped_by, held_back_at);
regulations.proof_file to beffroi_public: SELECT (hash, position, file_name, type, file);

-- triggers
CREATE TRIGGER public_delete AFTER DELETE ON regulations.chain REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
CREATE TRIGGER public_insert AFTER INSERT ON regulations.chain REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
CREATE TRIGGER public_insert AFTER INSERT ON regulations.entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
CREATE TRIGGER public_update AFTER UPDATE ON regulations.entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
CREATE TRIGGER public_update AFTER UPDATE ON regulations.proof REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
