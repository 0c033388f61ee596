-- Where an authority says that it lies (WGS 84): latitude, then longitude, in degrees; null: it does not say.
alter table kernel.tenant add column lies_at double precision[]
  check (cardinality(lies_at) = 2 and abs(lies_at[1]) <= 90 and abs(lies_at[2]) <= 180);

create or replace function kernel.change_tenant(fresh jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
begin
  update kernel.tenant t set name = r.name, short_name = r.short_name, address = r.address, hue = r.hue, arms = r.arms,
    arms_alt = r.arms_alt, languages = r.languages,
    number = case when t.number = '' then coalesce(r.number, '') else t.number end,
    -- The release before this one does not say it.
    lies_at = case when fresh ? 'lies_at' then r.lies_at else t.lies_at end
  from jsonb_to_record(fresh) as r (name text, short_name text, address text[], hue smallint, arms text, arms_alt text,
    languages text[], number text, lies_at double precision[])
  where t.id = kernel.tenant_id();
end $$;

create or replace function kernel.write_tenant(fresh jsonb, hosts text[]) returns uuid language plpgsql
  set search_path = pg_catalog, kernel
as $$
declare made uuid;
begin
  insert into kernel.tenant (slug, name, short_name, kind, address, hue, arms, languages, number, operates, lies_at)
  select r.slug, r.name, r.short_name, r.kind, coalesce(r.address, '{}'), r.hue, coalesce(r.arms, ''),
    r.languages, coalesce(r.number, ''), coalesce(r.operates, false), r.lies_at
  from jsonb_to_record(fresh) as r (slug text, name text, short_name text, kind text, address text[], hue smallint,
    arms text, languages text[], number text, operates boolean, lies_at double precision[])
  returning id into made;
  insert into kernel.host (name, tenant_id) select lower(host), made from unnest(hosts) host;
  return made;
end $$;
