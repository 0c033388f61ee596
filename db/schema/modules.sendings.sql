-- schemas
create schema sendings;
grant USAGE on schema sendings to beffroi_app;

-- tables
table sendings.destination (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  sent_when text not null default 'accepted'::text,
  up_to text not null default 'validated'::text,
  privacy text not null default 'same'::text,
  categories jsonb not null default '[]'::jsonb
) row level security forced;
table sendings.sending (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  item_id uuid not null,
  destination_id uuid not null,
  title text not null default ''::text,
  motivation text not null default ''::text,
  decision text not null default ''::text,
  privacy text,
  urgent boolean not null default false,
  urgency text not null default ''::text,
  wished_by text not null,
  wished_at timestamp with time zone not null default now(),
  copy_id uuid,
  sent_at timestamp with time zone,
  halted text not null default ''::text,
  dropped_at timestamp with time zone
) row level security forced;

-- constraints
sendings.destination destination_check CHECK ((from_id <> to_id));
sendings.destination destination_pkey PRIMARY KEY (tenant_id, id);
sendings.destination destination_privacy_check CHECK ((privacy = ANY (ARRAY['same'::text, 'public'::text, 'secret'::text])));
sendings.destination destination_sent_when_check CHECK ((sent_when = ANY (ARRAY['frozen'::text, 'accepted'::text, 'manual'::text])));
sendings.destination destination_tenant_id_from_id_fkey FOREIGN KEY (tenant_id, from_id) REFERENCES commons.organ(tenant_id, id);
sendings.destination destination_tenant_id_from_id_to_id_key UNIQUE (tenant_id, from_id, to_id);
sendings.destination destination_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
sendings.destination destination_tenant_id_to_id_fkey FOREIGN KEY (tenant_id, to_id) REFERENCES commons.organ(tenant_id, id);
sendings.destination destination_up_to_check CHECK ((up_to = ANY (ARRAY['created'::text, 'proposed'::text, 'validated'::text, 'presented'::text])));
sendings.sending sending_check CHECK (((copy_id IS NULL) = (sent_at IS NULL)));
sendings.sending sending_check1 CHECK (((NOT urgent) OR (urgency <> ''::text)));
sendings.sending sending_pkey PRIMARY KEY (tenant_id, id);
sendings.sending sending_privacy_check CHECK ((privacy = ANY (ARRAY['public'::text, 'secret'::text])));
sendings.sending sending_tenant_id_copy_id_fkey FOREIGN KEY (tenant_id, copy_id) REFERENCES deliberations.item(tenant_id, id);
sendings.sending sending_tenant_id_destination_id_fkey FOREIGN KEY (tenant_id, destination_id) REFERENCES sendings.destination(tenant_id, id);
sendings.sending sending_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES deliberations.item(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE UNIQUE INDEX destination_pkey ON sendings.destination USING btree (tenant_id, id);
CREATE UNIQUE INDEX destination_tenant_id_from_id_to_id_key ON sendings.destination USING btree (tenant_id, from_id, to_id);
CREATE UNIQUE INDEX sending_copy ON sendings.sending USING btree (tenant_id, copy_id);
CREATE UNIQUE INDEX sending_once ON sendings.sending USING btree (tenant_id, item_id, destination_id) WHERE (dropped_at IS NULL);
CREATE UNIQUE INDEX sending_pkey ON sendings.sending USING btree (tenant_id, id);

-- policies
sendings.destination tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
sendings.sending tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
sendings.destination to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
sendings.sending to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
