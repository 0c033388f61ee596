-- tables
table kernel.picture_upload (
  tenant_id uuid not null default kernel.tenant_id(),
  account_id uuid not null,
  hash text not null,
  at timestamp with time zone not null default now()
) row level security forced;

-- constraints
kernel.picture_upload picture_upload_pkey PRIMARY KEY (tenant_id, account_id, hash);
kernel.picture_upload picture_upload_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES kernel.file(tenant_id, hash);

-- indexes
CREATE UNIQUE INDEX picture_upload_pkey ON kernel.picture_upload USING btree (tenant_id, account_id, hash);

-- policies
kernel.picture_upload tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.picture_upload to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
