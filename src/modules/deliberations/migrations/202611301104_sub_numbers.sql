-- The number of a point as it is printed: « 2.1 » stands below « 2 » (sous-numéro). What stands below another follows it.
-- The owner writes the rows of all authorities here, which forced row-level security forbids.
alter table deliberations.item no force row level security;
alter table deliberations.agenda no force row level security;
alter table deliberations.item add column number text check (number ~ '^[0-9]+([.][0-9]+)?$');
update deliberations.item set number = position::text where position is not null;
update deliberations.agenda a set lines = (
  select coalesce(jsonb_agg(l || jsonb_build_object('number', l->>'position') order by at), '[]')
  from jsonb_array_elements(a.lines) with ordinality as e (l, at));
set constraints all immediate;
alter table deliberations.item force row level security;
alter table deliberations.agenda force row level security;

-- Whoever gives a place and no number, as the release before this one does, numbers by places.
create function deliberations.number_by_place() returns trigger language plpgsql as $$
begin
  if new.position is null then
    new.number := null;
  else
    new.number := coalesce(new.number, new.position::text);
  end if;
  return new;
end $$;
create trigger number_by_place before insert or update of position, number on deliberations.item
  for each row execute function deliberations.number_by_place();
