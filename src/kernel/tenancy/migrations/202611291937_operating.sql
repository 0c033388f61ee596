-- The number of an authority at the Crossroads Bank for Enterprises, once a house; and the one authority whose
-- administrators run the house for others.
alter table kernel.tenant
  add column number text not null default '' check (number ~ '^([01][0-9]{9})?$'),
  add column operates boolean not null default false;
create unique index tenant_number on kernel.tenant (number) where number <> '';
create unique index tenant_operates on kernel.tenant (operates) where operates;

-- By which the first of those who run the house proves that they started it: one at a time, its hash only. Gone once used.
create table kernel.start_code (
  only_one boolean primary key default true check (only_one),
  hash bytea not null,
  drawn_at timestamptz not null default now()
);

create function kernel.write_tenant(fresh jsonb, hosts text[]) returns uuid language plpgsql
  set search_path = pg_catalog, kernel
as $$
declare made uuid;
begin
  insert into kernel.tenant (slug, name, short_name, kind, address, hue, arms, languages, number, operates)
  select r.slug, r.name, r.short_name, r.kind, coalesce(r.address, '{}'), r.hue, coalesce(r.arms, ''),
    r.languages, coalesce(r.number, ''), coalesce(r.operates, false)
  from jsonb_to_record(fresh) as r (slug text, name text, short_name text, kind text, address text[], hue smallint,
    arms text, languages text[], number text, operates boolean)
  returning id into made;
  insert into kernel.host (name, tenant_id) select lower(host), made from unnest(hosts) host;
  return made;
end $$;
revoke execute on function kernel.write_tenant from public;

-- Whether the open authority runs the house.
create function kernel.operating() returns boolean language sql stable
as $$ select exists (select from kernel.tenant where id = kernel.tenant_id() and operates) $$;

-- The application opens an authority from the one that runs the house, and from no other.
create function kernel.found_tenant(fresh jsonb, hosts text[]) returns uuid language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house opens others' using errcode = 'insufficient_privilege';
  end if;
  return kernel.write_tenant(fresh - 'operates', hosts);
end $$;
revoke execute on function kernel.found_tenant from public;
grant execute on function kernel.found_tenant to beffroi_app;

-- Which authorities there are, by what people call them: their ids, which open their rows, are told to nobody.
create function kernel.known_authorities() returns table (slug text, name text, kind text, number text, operates boolean,
  languages text[], created_at timestamptz, hosts text[], trades text[])
  language plpgsql stable security definer set search_path = pg_catalog, kernel
as $$
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house knows the others' using errcode = 'insufficient_privilege';
  end if;
  return query
    select t.slug, t.name, t.kind, t.number, t.operates, t.languages, t.created_at,
      array(select h.name from kernel.host h where h.tenant_id = t.id order by h.name),
      array(select r.module from kernel.trade r where r.tenant_id = t.id order by r.module)
    from kernel.tenant t order by t.name collate kernel.french_order, t.slug;
end $$;
revoke execute on function kernel.known_authorities from public;
grant execute on function kernel.known_authorities to beffroi_app;

-- Its host names are these from now on.
create function kernel.set_hosts(of text, hosts text[]) returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
declare
  meant uuid := (select t.id from kernel.tenant t where t.slug = of);
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house gives host names' using errcode = 'insufficient_privilege';
  end if;
  delete from kernel.host where tenant_id = meant and name <> all (hosts);
  insert into kernel.host (name, tenant_id) select host, meant from unnest(hosts) host
    where not exists (select from kernel.host h where h.name = host and h.tenant_id = meant);
end $$;
revoke execute on function kernel.set_hosts from public;
grant execute on function kernel.set_hosts to beffroi_app;

-- How many may come in, by authority: a number, and nothing else of them.
create function kernel.accounts_of(authorities text[]) returns table (slug text, accounts bigint)
  language plpgsql security definer set search_path = pg_catalog, kernel
as $$
declare
  here text := current_setting('app.tenant', true);
  meant record;
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house counts accounts' using errcode = 'insufficient_privilege';
  end if;
  for meant in select t.id, t.slug as called from kernel.tenant t where t.slug = any (authorities) loop
    perform set_config('app.tenant', meant.id::text, true);
    slug := meant.called;
    select count(*) into accounts from kernel.account a where a.tenant_id = meant.id and a.disabled_at is null;
    return next;
  end loop;
  perform set_config('app.tenant', here, true);
end $$;
revoke execute on function kernel.accounts_of from public;
grant execute on function kernel.accounts_of to beffroi_app;
