-- functions
CREATE OR REPLACE FUNCTION kernel.erase_files(hashes text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
  update kernel.file set erased_at = now()
  where tenant_id = kernel.tenant_id() and hash = any(hashes) and erased_at is null
$function$
;
grant EXECUTE on function kernel.erase_files(text[]) to beffroi_app;
CREATE OR REPLACE FUNCTION kernel.file_is_back(hashes text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
  update kernel.file set erased_at = null
  where tenant_id = kernel.tenant_id() and hash = any(hashes) and erased_at is not null
$function$
;
grant EXECUTE on function kernel.file_is_back(text[]) to beffroi_app;

-- tables
table kernel.file (
  tenant_id uuid not null default kernel.tenant_id(),
  hash text not null,
  size bigint not null,
  created_at timestamp with time zone not null default now(),
  erased_at timestamp with time zone
) row level security forced;

-- constraints
kernel.file count_use TRIGGER DEFERRABLE INITIALLY DEFERRED;
kernel.file file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
kernel.file file_pkey PRIMARY KEY (tenant_id, hash);

-- indexes
CREATE UNIQUE INDEX file_pkey ON kernel.file USING btree (tenant_id, hash);

-- policies
kernel.file tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.file to beffroi_app: INSERT, SELECT;

-- triggers
CREATE CONSTRAINT TRIGGER count_use AFTER INSERT OR DELETE OR UPDATE OF erased_at ON kernel.file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kernel.count_use('files');
