-- functions
CREATE OR REPLACE FUNCTION commons.empty_history(dossiers uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
  update kernel.event set data = '{}' where tenant_id = kernel.tenant_id() and subject_id = any(dossiers)
$function$
;
grant EXECUTE on function commons.empty_history(uuid[]) to beffroi_app;
CREATE OR REPLACE FUNCTION commons.keep_awaited()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from commons.awaited
  where tenant_id = new.tenant_id and dossier_id = new.id and principal <> all (new.awaits);
  insert into commons.awaited (tenant_id, principal, dossier_id)
  select new.tenant_id, unnest(new.awaits), new.id on conflict do nothing;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION commons.keep_readers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.readers := coalesce((
    select d.readers from commons.dossier d
    where d.tenant_id = new.tenant_id and d.id = new.subject_id), '{}');
  return new;
end $function$
;

-- tables
table commons.awaited (
  tenant_id uuid not null default kernel.tenant_id(),
  principal text not null,
  dossier_id uuid not null
) row level security forced;
table commons.dossier (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  kind text not null,
  reference text not null default ''::text,
  title text not null,
  state text not null,
  service_id uuid,
  readers text[] not null,
  awaits text[] not null default '{}'::text[],
  due_on date,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  sealed boolean not null default false
) row level security forced;
table commons.external_id (
  tenant_id uuid not null default kernel.tenant_id(),
  source text not null,
  external_id text not null,
  dossier_id uuid not null,
  content_hash text not null
) row level security forced;
table commons.lent_reader (
  tenant_id uuid not null default kernel.tenant_id(),
  dossier_id uuid not null,
  principal text not null,
  because text not null
) row level security forced;
table commons.picture_use (
  tenant_id uuid not null default kernel.tenant_id(),
  dossier_id uuid not null,
  hash text not null
) row level security forced;
table commons.rewording (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  dossier_id uuid not null,
  field text not null,
  before text not null,
  after text not null,
  at timestamp with time zone not null default clock_timestamp()
) row level security forced;

-- constraints
commons.awaited awaited_pkey PRIMARY KEY (tenant_id, principal, dossier_id);
commons.awaited awaited_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.dossier dossier_pkey PRIMARY KEY (tenant_id, id);
commons.dossier dossier_tenant_id_service_id_fkey FOREIGN KEY (tenant_id, service_id) REFERENCES commons.service(tenant_id, id);
commons.dossier keep_level TRIGGER DEFERRABLE INITIALLY DEFERRED;
commons.external_id external_id_pkey PRIMARY KEY (tenant_id, source, external_id);
commons.external_id external_id_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);
commons.lent_reader lent_reader_pkey PRIMARY KEY (tenant_id, dossier_id, principal, because);
commons.lent_reader lent_reader_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.picture_use picture_use_pkey PRIMARY KEY (tenant_id, dossier_id, hash);
commons.picture_use picture_use_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.picture_use picture_use_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);
commons.rewording rewording_pkey PRIMARY KEY (tenant_id, id);
commons.rewording rewording_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX awaited_dossier ON commons.awaited USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX awaited_pkey ON commons.awaited USING btree (tenant_id, principal, dossier_id);
CREATE INDEX dossier_list ON commons.dossier USING btree (tenant_id, kind, changed_at DESC, id DESC);
CREATE UNIQUE INDEX dossier_pkey ON commons.dossier USING btree (tenant_id, id);
CREATE INDEX dossier_service ON commons.dossier USING btree (tenant_id, service_id, kind, changed_at DESC, id DESC);
CREATE INDEX dossier_state ON commons.dossier USING btree (tenant_id, kind, state, changed_at DESC, id DESC);
CREATE INDEX external_id_dossier ON commons.external_id USING btree (tenant_id, dossier_id);
CREATE UNIQUE INDEX external_id_pkey ON commons.external_id USING btree (tenant_id, source, external_id);
CREATE UNIQUE INDEX lent_reader_pkey ON commons.lent_reader USING btree (tenant_id, dossier_id, principal, because);
CREATE INDEX picture_use_hash ON commons.picture_use USING btree (tenant_id, hash);
CREATE UNIQUE INDEX picture_use_pkey ON commons.picture_use USING btree (tenant_id, dossier_id, hash);
CREATE INDEX rewording_field ON commons.rewording USING btree (tenant_id, dossier_id, field, at);
CREATE UNIQUE INDEX rewording_pkey ON commons.rewording USING btree (tenant_id, id);

-- policies
commons.awaited tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.dossier tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.external_id tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.lent_reader tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.picture_use tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.rewording tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.awaited to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.dossier to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.external_id to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.lent_reader to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.picture_use to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.rewording to beffroi_app: DELETE, INSERT, SELECT;

-- triggers
CREATE TRIGGER keep_awaited AFTER INSERT OR UPDATE OF awaits ON commons.dossier FOR EACH ROW EXECUTE FUNCTION commons.keep_awaited();
CREATE CONSTRAINT TRIGGER keep_level AFTER INSERT OR UPDATE OF state ON commons.dossier DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.kind = 'deliberations.item'::text) AND (new.state = ANY (ARRAY['proposed'::text, 'prevalidated'::text])))) EXECUTE FUNCTION validation.keep_level();
