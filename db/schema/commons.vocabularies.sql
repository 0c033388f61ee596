-- tables
table commons.term (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  vocabulary text not null,
  name text not null,
  grouping text not null default ''::text,
  position integer not null,
  hidden boolean not null default false
) row level security forced;

-- constraints
commons.term term_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE UNIQUE INDEX term_pkey ON commons.term USING btree (tenant_id, id);
CREATE UNIQUE INDEX term_tenant_id_vocabulary_name_key_idx ON commons.term USING btree (tenant_id, vocabulary, kernel.name_key(name));

-- policies
commons.term tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.term to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
