-- schemas
create schema restapi;
grant USAGE on schema restapi to beffroi_app;

-- tables
table restapi.identifier (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  identifier text not null,
  made_by uuid not null
) row level security forced;

-- constraints
restapi.identifier identifier_identifier_check CHECK (((length(identifier) >= 1) AND (length(identifier) <= 500)));
restapi.identifier identifier_pkey PRIMARY KEY (tenant_id, item_id);
restapi.identifier identifier_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id);

-- indexes
CREATE INDEX identifier_found ON restapi.identifier USING btree (tenant_id, identifier);
CREATE UNIQUE INDEX identifier_pkey ON restapi.identifier USING btree (tenant_id, item_id);

-- policies
restapi.identifier tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
restapi.identifier to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
