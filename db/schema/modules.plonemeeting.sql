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
table plonemeeting.past (
  tenant_id uuid not null default kernel.tenant_id(),
  dossier_id uuid not null,
  number text not null default ''::text,
  state text not null default ''::text,
  texts jsonb not null default '[]'::jsonb,
  attendees jsonb not null default '[]'::jsonb,
  advisers jsonb not null default '[]'::jsonb
) row level security forced;

-- constraints
plonemeeting.mapping mapping_pkey PRIMARY KEY (tenant_id, what, token);
plonemeeting.mapping mapping_what_check CHECK ((what = ANY (ARRAY['category'::text, 'service'::text])));
plonemeeting.past past_pkey PRIMARY KEY (tenant_id, dossier_id);
plonemeeting.past past_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX mapping_pkey ON plonemeeting.mapping USING btree (tenant_id, what, token);
CREATE UNIQUE INDEX past_pkey ON plonemeeting.past USING btree (tenant_id, dossier_id);

-- policies
plonemeeting.mapping tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
plonemeeting.past tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
plonemeeting.mapping to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
plonemeeting.past to beffroi_app: DELETE, INSERT, SELECT;
