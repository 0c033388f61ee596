-- tables
table commons.statement (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  statement text not null,
  number integer not null,
  content jsonb not null,
  published_by text not null,
  published_at timestamp with time zone not null default now()
) row level security forced;

-- constraints
commons.statement statement_number_check CHECK ((number > 0));
commons.statement statement_pkey PRIMARY KEY (tenant_id, id);
commons.statement statement_statement_check CHECK ((statement = ANY (ARRAY['accessibility'::text, 'legal'::text, 'privacy'::text])));
commons.statement statement_tenant_id_statement_number_key UNIQUE (tenant_id, statement, number);

-- indexes
CREATE UNIQUE INDEX statement_pkey ON commons.statement USING btree (tenant_id, id);
CREATE UNIQUE INDEX statement_tenant_id_statement_number_key ON commons.statement USING btree (tenant_id, statement, number);

-- policies
commons.statement tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.statement to beffroi_app: INSERT, SELECT;

-- column grants
commons.statement to beffroi_public: SELECT (statement, number, content, published_at);

-- triggers
CREATE TRIGGER public_insert AFTER INSERT ON commons.statement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION kernel.public_changed();
