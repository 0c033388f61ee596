-- schemas
create schema followups;
grant USAGE on schema followups to beffroi_app;

-- tables
table followups.task (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  item_id uuid not null,
  in_charge uuid,
  answer text not null default ''::text
) row level security forced;

-- constraints
followups.task task_pkey PRIMARY KEY (tenant_id, id);
followups.task task_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
followups.task task_tenant_id_in_charge_fkey FOREIGN KEY (tenant_id, in_charge) REFERENCES commons.person(tenant_id, id);
followups.task task_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX task_of_item ON followups.task USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX task_pkey ON followups.task USING btree (tenant_id, id);

-- policies
followups.task tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
followups.task to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
