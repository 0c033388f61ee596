-- tables
table kernel.secret_key (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default gen_random_uuid(),
  use text not null,
  wrapped bytea not null,
  master text not null,
  made_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone
) row level security forced;
table kernel.secret_master (
  fingerprint text not null,
  since timestamp with time zone not null default now()
);

-- constraints
kernel.secret_key secret_key_master_fkey FOREIGN KEY (master) REFERENCES kernel.secret_master(fingerprint);
kernel.secret_key secret_key_pkey PRIMARY KEY (tenant_id, id);
kernel.secret_key secret_key_use_check CHECK ((use = ANY (ARRAY['data'::text, 'index'::text])));
kernel.secret_master secret_master_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{32}$'::text));
kernel.secret_master secret_master_pkey PRIMARY KEY (fingerprint);

-- indexes
CREATE UNIQUE INDEX secret_key_current ON kernel.secret_key USING btree (tenant_id, use) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX secret_key_pkey ON kernel.secret_key USING btree (tenant_id, id);
CREATE UNIQUE INDEX secret_master_pkey ON kernel.secret_master USING btree (fingerprint);

-- policies
kernel.secret_key tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.secret_key to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
