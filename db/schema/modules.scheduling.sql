-- schemas
create schema scheduling;
grant USAGE on schema scheduling to beffroi_app;

-- tables
table scheduling.wish (
  tenant_id uuid not null default kernel.tenant_id(),
  item_id uuid not null,
  meeting_id uuid not null
) row level security forced;

-- constraints
scheduling.wish wish_pkey PRIMARY KEY (tenant_id, item_id);
scheduling.wish wish_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;
scheduling.wish wish_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES deliberations.meeting(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX wish_pkey ON scheduling.wish USING btree (tenant_id, item_id);
CREATE INDEX wish_tenant_id_meeting_id_idx ON scheduling.wish USING btree (tenant_id, meeting_id);

-- policies
scheduling.wish tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
scheduling.wish to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
