-- The streets of an authority, and which of them its dossiers name.
create table commons.street (
  tenant_id uuid not null,
  id uuid not null,
  other_name text not null default '',      -- in another language of the authority
  former_names text not null default '',    -- parted by « ; »: it is still found by them
  postal_code text not null default '' check (postal_code ~ '^([1-9]\d{3})?$'),
  locality text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier
);
select kernel.isolate('commons.street');

-- What two spellings of one street have in common: case, accents, hyphens and dots say nothing, and what people
-- shorten is written out (« r. de la Gare », « av. », « bd », « Ste-Anne »).
create function commons.street_key(name text) returns text language sql immutable strict parallel safe as $$
  select btrim(coalesce(a.whole, w.word) || ' ' || regexp_replace(
    regexp_replace(w.rest, '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'))
  from (select btrim(regexp_replace(kernel.name_key(name), '[-.,'' ]+', ' ', 'g')) as plain) p
  cross join lateral (select split_part(p.plain, ' ', 1) as word,
    substr(p.plain, length(split_part(p.plain, ' ', 1)) + 2) as rest) w
  left join (values ('r', 'rue'), ('av', 'avenue'), ('ave', 'avenue'), ('bd', 'boulevard'), ('bld', 'boulevard'),
    ('blvd', 'boulevard'), ('boul', 'boulevard'), ('ch', 'chaussee'), ('chee', 'chaussee'), ('pl', 'place'),
    ('sq', 'square'), ('imp', 'impasse'), ('all', 'allee'), ('rte', 'route')) a (word, whole) using (word)
$$;

-- By what a street is called: its name, the one in another language, those that it had.
create table commons.street_name (
  tenant_id uuid not null,
  street_id uuid not null,
  key text not null,                        -- commons.street_key
  called text not null,                     -- as it is written
  primary key (tenant_id, key, street_id),
  foreign key (tenant_id, street_id) references commons.street on delete cascade
);
create index street_name_street on commons.street_name (tenant_id, street_id);
select kernel.isolate('commons.street_name');

-- The places that dossiers name, row by row: kept by a trigger from the column in which their trade holds them, so that
-- « which dossiers name this street » is asked of one table, whatever the trades.
create table commons.named_place (
  tenant_id uuid not null,
  dossier_id uuid not null,
  field text not null,                      -- the column of its trade
  at smallint not null,                     -- from 1, as they stand there
  street_id uuid,                           -- none: a street that the register does not have
  street text not null,                     -- what it is called, as the dossier shows it
  key text not null,                        -- commons.street_key
  number text not null,
  postal_code text not null,
  primary key (tenant_id, dossier_id, field, at),
  foreign key (tenant_id, dossier_id) references commons.dossier on delete cascade,
  foreign key (tenant_id, street_id) references commons.street
);
create index named_place_street on commons.named_place (tenant_id, street_id, dossier_id);
create index named_place_key on commons.named_place (tenant_id, key) where street_id is null;
select kernel.isolate('commons.named_place');

create function commons.keep_named_places() returns trigger language plpgsql as $$
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
end $$;

-- Called in the migration of a trade for each of its columns of places (`jsonb not null default '[]'`).
create function commons.index_places(target regclass, field text) returns void language plpgsql as $$
begin
  execute format('create trigger %I after insert on %s for each row when (new.%I <> ''[]'')
    execute function commons.keep_named_places(%L)', 'name_' || field, target, field, field);
  execute format('create trigger %I after update of %I on %s for each row when (old.%2$I is distinct from new.%2$I)
    execute function commons.keep_named_places(%4$L)', 'rename_' || field, field, target, field);
end $$;
revoke execute on function commons.index_places(regclass, text) from public;
revoke execute on function commons.street_key(text), commons.keep_named_places() from public;
grant execute on function commons.street_key(text) to beffroi_app;
