-- schemas
create schema attendance;
grant USAGE on schema attendance to beffroi_app;

-- tables
table attendance.fee (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  organ_id uuid not null,
  from_on date not null,
  amount bigint not null,
  chair_amount bigint,
  not_for_id uuid,
  half_under integer not null default 0
) row level security forced;

-- constraints
attendance.fee fee_amount_check CHECK ((amount >= 0));
attendance.fee fee_chair_amount_check CHECK ((chair_amount >= 0));
attendance.fee fee_half_under_check CHECK (((half_under >= 0) AND (half_under <= 100)));
attendance.fee fee_pkey PRIMARY KEY (tenant_id, id);
attendance.fee fee_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
attendance.fee fee_tenant_id_not_for_id_fkey FOREIGN KEY (tenant_id, not_for_id) REFERENCES commons.organ(tenant_id, id);
attendance.fee fee_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);
attendance.fee fee_tenant_id_organ_id_from_on_key UNIQUE (tenant_id, organ_id, from_on);

-- indexes
CREATE UNIQUE INDEX fee_pkey ON attendance.fee USING btree (tenant_id, id);
CREATE UNIQUE INDEX fee_tenant_id_organ_id_from_on_key ON attendance.fee USING btree (tenant_id, organ_id, from_on);

-- policies
attendance.fee tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
attendance.fee to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
