-- functions
CREATE OR REPLACE FUNCTION kernel.forget_audit(before timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'kernel'
AS $function$
declare
  until timestamptz := least(before, now() - interval '180 days');
  taken bigint;
begin
  with gone as (
    delete from kernel.audit where tenant_id = kernel.tenant_id() and at < until returning 1)
  select count(*) into taken from gone;
  if taken > 0 then
    insert into kernel.audit (tenant_id, action, actor_name, subject)
    values (kernel.tenant_id(), 'forgotten', 'Beffroi',
      format('%s lines before %s', taken, to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
  end if;
  return taken;
end $function$
;
grant EXECUTE on function kernel.forget_audit(timestamp with time zone) to beffroi_app;

-- tables
table kernel.audit (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null default uuidv7(),
  action text not null,
  actor_id uuid,
  actor_name text not null,
  address text,
  subject text,
  at timestamp with time zone not null default now()
) row level security forced;

-- constraints
kernel.audit audit_pkey PRIMARY KEY (tenant_id, id);

-- indexes
CREATE INDEX audit_addresses ON kernel.audit USING btree (tenant_id, address, at) WHERE (action = 'sign_in_refused'::text);
CREATE INDEX audit_age ON kernel.audit USING btree (tenant_id, at);
CREATE INDEX audit_attempts ON kernel.audit USING btree (tenant_id, subject, at) WHERE (action = 'sign_in_refused'::text);
CREATE INDEX audit_braked ON kernel.audit USING btree (tenant_id, subject, at) WHERE (action = 'sign_in_braked'::text);
CREATE UNIQUE INDEX audit_pkey ON kernel.audit USING btree (tenant_id, id);

-- policies
kernel.audit tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
kernel.audit to beffroi_app: INSERT, SELECT;
