-- tables
table kernel.file (
  tenant_id uuid not null default kernel.tenant_id(),
  hash text not null,
  size bigint not null,
  created_at timestamp with time zone not null default now()
) row level security forced;

-- constraints
kernel.file file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
kernel.file file_pkey PRIMARY KEY (tenant_id, hash);

-- indexes
CREATE UNIQUE INDEX file_pkey ON kernel.file USING btree (tenant_id, hash);

-- policies
kernel.file tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.file to beffroi_app: INSERT, SELECT;
