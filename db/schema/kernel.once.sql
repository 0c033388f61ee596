-- tables
table kernel.once (
  tenant_id uuid not null default kernel.tenant_id(),
  account_id uuid not null,
  key text not null,
  sent bytea not null,
  status integer,
  headers jsonb not null default '{}'::jsonb,
  body text not null default ''::text,
  at timestamp with time zone not null default now(),
  principals text[] not null default '{}'::text[],
  about uuid[] not null default '{}'::uuid[]
) row level security forced;

-- constraints
kernel.once once_pkey PRIMARY KEY (tenant_id, account_id, key);

-- indexes
CREATE INDEX once_at ON kernel.once USING btree (tenant_id, at);
CREATE UNIQUE INDEX once_pkey ON kernel.once USING btree (tenant_id, account_id, key);

-- policies
kernel.once tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.once to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
