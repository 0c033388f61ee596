-- tables
table kernel.mail (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  at timestamp with time zone not null default now(),
  to_address text not null,
  to_name text not null default ''::text,
  from_name text not null,
  reply_to text not null default ''::text,
  subject text not null,
  body text not null,
  html text,
  about uuid[] not null default '{}'::uuid[],
  state text not null default 'waiting'::text,
  reason jsonb,
  done_at timestamp with time zone,
  secret boolean not null default false,
  token text not null default replace((gen_random_uuid())::text, '-'::text, ''::text),
  author_id uuid,
  fleeting boolean not null default false,
  unsubscribe text
) row level security forced;

-- constraints
kernel.mail count_use TRIGGER DEFERRABLE INITIALLY DEFERRED;
kernel.mail mail_pkey PRIMARY KEY (tenant_id, id);
kernel.mail mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'kept'::text, 'returned'::text])));

-- indexes
CREATE INDEX mail_at ON kernel.mail USING btree (tenant_id, at);
CREATE UNIQUE INDEX mail_pkey ON kernel.mail USING btree (tenant_id, id);
CREATE INDEX mail_returned ON kernel.mail USING btree (tenant_id, to_address) WHERE (state = 'returned'::text);
CREATE UNIQUE INDEX mail_token ON kernel.mail USING btree (tenant_id, token);

-- policies
kernel.mail tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.mail to beffroi_app: DELETE, INSERT, SELECT, UPDATE;

-- triggers
CREATE CONSTRAINT TRIGGER count_use AFTER INSERT ON kernel.mail DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kernel.count_use('mails');
