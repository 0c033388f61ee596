-- What an authority says of itself changes after its opening: names have days, so that what was made in their time bears
-- them. It changes its own row by one function, and nothing of who it is in law: number and nature.
alter table kernel.tenant add column arms_alt text not null default '';

create table kernel.tenant_past_name (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  short_name text not null,
  valid_to date not null,  -- the first day of the next name
  primary key (tenant_id, id),
  unique (tenant_id, valid_to)
);
select kernel.isolate('kernel.tenant_past_name');

create function kernel.change_tenant(fresh jsonb) returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
begin
  update kernel.tenant t set name = r.name, short_name = r.short_name, address = r.address, hue = r.hue, arms = r.arms,
    arms_alt = r.arms_alt, languages = r.languages,
    number = case when t.number = '' then coalesce(r.number, '') else t.number end
  from jsonb_to_record(fresh) as r (name text, short_name text, address text[], hue smallint, arms text, arms_alt text,
    languages text[], number text)
  where t.id = kernel.tenant_id();
end $$;
revoke execute on function kernel.change_tenant from public;
grant execute on function kernel.change_tenant to beffroi_app;

-- A number that is given is changed by who runs the house, and by nobody else.
create function kernel.set_number(of text, number text) returns void language plpgsql security definer
  set search_path = pg_catalog, kernel
as $$
begin
  if not kernel.operating() then
    raise exception 'Only the authority that runs the house gives numbers' using errcode = 'insufficient_privilege';
  end if;
  update kernel.tenant t set number = set_number.number where t.slug = set_number.of;
end $$;
revoke execute on function kernel.set_number from public;
grant execute on function kernel.set_number to beffroi_app;
