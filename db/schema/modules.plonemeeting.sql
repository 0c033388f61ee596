-- schemas
create schema plonemeeting;
grant USAGE on schema plonemeeting to beffroi_app;

-- tables
table plonemeeting.mapping (
  tenant_id uuid not null default kernel.tenant_id(),
  what text not null,
  token text not null,
  local_id uuid not null
) row level security forced;

-- constraints
plonemeeting.mapping mapping_pkey PRIMARY KEY (tenant_id, what, token);
plonemeeting.mapping mapping_what_check CHECK ((what = ANY (ARRAY['category'::text, 'service'::text])));

-- indexes
CREATE UNIQUE INDEX mapping_pkey ON plonemeeting.mapping USING btree (tenant_id, what, token);

-- policies
plonemeeting.mapping tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
plonemeeting.mapping to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
