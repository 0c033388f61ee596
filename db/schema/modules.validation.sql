-- schemas
create schema validation;
grant USAGE on schema validation to beffroi_app;

-- functions
CREATE OR REPLACE FUNCTION validation.keep_level()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  stands text;
begin
  select d.state into stands from commons.dossier d where (d.tenant_id, d.id) = (new.tenant_id, new.id);
  if stands = 'prevalidated' then
    update deliberations.item set level_id = 'director', level = 'Direction générale', level_no = 2,
      validators = '{role:director_general}', endorsers = '{}', finals = '{role:director_general}', level_readers = '{service:head}'
      where (tenant_id, id) = (new.tenant_id, new.id);
    update commons.dossier set state = 'proposed' where (tenant_id, id) = (new.tenant_id, new.id);
  elsif stands = 'proposed' then
    update deliberations.item set level_id = 'head', level = 'Chef de service', level_no = 1,
      validators = '{service:head}', endorsers = '{service:head}'
      where (tenant_id, id) = (new.tenant_id, new.id) and level_id = '';
  end if;
  return null;
end $function$
;
grant EXECUTE on function validation.keep_level() to beffroi_app;

-- tables
table validation.scheme (
  tenant_id uuid not null default kernel.tenant_id(),
  organ_id uuid not null,
  levels jsonb not null,
  shortcuts boolean not null default false
) row level security forced;

-- constraints
validation.scheme scheme_pkey PRIMARY KEY (tenant_id, organ_id);
validation.scheme scheme_tenant_id_organ_id_fkey FOREIGN KEY (tenant_id, organ_id) REFERENCES commons.organ(tenant_id, id);

-- indexes
CREATE UNIQUE INDEX scheme_pkey ON validation.scheme USING btree (tenant_id, organ_id);

-- policies
validation.scheme tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
validation.scheme to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
