-- functions
CREATE OR REPLACE FUNCTION commons.index_places(target regclass, field text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger %I after insert on %s for each row when (new.%I <> ''[]'')
    execute function commons.keep_named_places(%L)', 'name_' || field, target, field, field);
  execute format('create trigger %I after update of %I on %s for each row when (old.%2$I is distinct from new.%2$I)
    execute function commons.keep_named_places(%4$L)', 'rename_' || field, field, target, field);
end $function$
;
CREATE OR REPLACE FUNCTION commons.keep_named_places()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  kept text := tg_argv[0];
  places jsonb;
begin
  execute format('select ($1).%I', kept) into places using new;
  if tg_op = 'UPDATE' then
    delete from commons.named_place n where n.dossier_id = new.id and n.field = kept;
  end if;
  insert into commons.named_place (dossier_id, field, at, street_id, street, key, number, postal_code)
  select new.id, kept, e.at, (e.place #>> '{street,id}')::uuid, e.place #>> '{street,name}',
    commons.street_key(e.place #>> '{street,name}'), e.place ->> 'number', e.place ->> 'postal_code'
  from jsonb_array_elements(places) with ordinality as e (place, at);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION commons.street_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select btrim(coalesce(a.whole, w.word) || ' ' || regexp_replace(
    regexp_replace(w.rest, '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'))
  from (select btrim(regexp_replace(kernel.name_key(name), '[-.,'' ]+', ' ', 'g')) as plain) p
  cross join lateral (select split_part(p.plain, ' ', 1) as word,
    substr(p.plain, length(split_part(p.plain, ' ', 1)) + 2) as rest) w
  left join (values ('r', 'rue'), ('av', 'avenue'), ('ave', 'avenue'), ('bd', 'boulevard'), ('bld', 'boulevard'),
    ('blvd', 'boulevard'), ('boul', 'boulevard'), ('ch', 'chaussee'), ('chee', 'chaussee'), ('pl', 'place'),
    ('sq', 'square'), ('imp', 'impasse'), ('all', 'allee'), ('rte', 'route')) a (word, whole) using (word)
$function$
;
grant EXECUTE on function commons.street_key(text) to beffroi_app;

-- tables
table commons.named_place (
  tenant_id uuid not null default kernel.tenant_id(),
  dossier_id uuid not null,
  field text not null,
  at smallint not null,
  street_id uuid,
  street text not null,
  key text not null,
  number text not null,
  postal_code text not null
) row level security forced;
table commons.street (
  tenant_id uuid not null default kernel.tenant_id(),
  id uuid not null,
  other_name text not null default ''::text,
  former_names text not null default ''::text,
  postal_code text not null default ''::text,
  locality text not null default ''::text
) row level security forced;
table commons.street_name (
  tenant_id uuid not null default kernel.tenant_id(),
  street_id uuid not null,
  key text not null,
  called text not null
) row level security forced;

-- constraints
commons.named_place named_place_pkey PRIMARY KEY (tenant_id, dossier_id, field, at);
commons.named_place named_place_tenant_id_dossier_id_fkey FOREIGN KEY (tenant_id, dossier_id) REFERENCES commons.dossier(tenant_id, id) ON DELETE CASCADE;
commons.named_place named_place_tenant_id_street_id_fkey FOREIGN KEY (tenant_id, street_id) REFERENCES commons.street(tenant_id, id);
commons.street street_pkey PRIMARY KEY (tenant_id, id);
commons.street street_postal_code_check CHECK ((postal_code ~ '^([1-9]\d{3})?$'::text));
commons.street street_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES commons.dossier(tenant_id, id);
commons.street_name street_name_pkey PRIMARY KEY (tenant_id, key, street_id);
commons.street_name street_name_tenant_id_street_id_fkey FOREIGN KEY (tenant_id, street_id) REFERENCES commons.street(tenant_id, id) ON DELETE CASCADE;

-- indexes
CREATE INDEX named_place_key ON commons.named_place USING btree (tenant_id, key) WHERE (street_id IS NULL);
CREATE UNIQUE INDEX named_place_pkey ON commons.named_place USING btree (tenant_id, dossier_id, field, at);
CREATE INDEX named_place_street ON commons.named_place USING btree (tenant_id, street_id, dossier_id);
CREATE UNIQUE INDEX street_pkey ON commons.street USING btree (tenant_id, id);
CREATE UNIQUE INDEX street_name_pkey ON commons.street_name USING btree (tenant_id, key, street_id);
CREATE INDEX street_name_street ON commons.street_name USING btree (tenant_id, street_id);

-- policies
commons.named_place tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.street tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;
commons.street_name tenant ALL using (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) check -;

-- grants
commons.named_place to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.street to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
commons.street_name to beffroi_app: DELETE, INSERT, SELECT, UPDATE;
