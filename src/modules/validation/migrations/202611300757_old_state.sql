-- Before there were levels of validation, a point that its head had sent on was `prevalidated`, and one that waited for its head said
-- nowhere at which level. While a process of that release serves beside this one it still writes so: as soon as what it does is
-- committed, such a point stands at the level that it means.
create function validation.keep_level() returns trigger language plpgsql as $$
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
end $$;
revoke execute on function validation.keep_level() from public;
grant execute on function validation.keep_level() to beffroi_app;

create constraint trigger keep_level after insert or update of state on commons.dossier
  deferrable initially deferred for each row
  when (new.kind = 'deliberations.item' and new.state in ('proposed', 'prevalidated'))
  execute function validation.keep_level();

-- What was done so since the levels came.
alter table deliberations.item no force row level security;
alter table commons.dossier no force row level security;
update deliberations.item i
  set level_id = 'director', level = 'Direction générale', level_no = 2,
    validators = '{role:director_general}', finals = '{role:director_general}', level_readers = '{service:head}'
  from commons.dossier d where (d.tenant_id, d.id) = (i.tenant_id, i.id) and d.state = 'prevalidated';
update commons.dossier set state = 'proposed' where kind = 'deliberations.item' and state = 'prevalidated';
set constraints all immediate;
alter table deliberations.item force row level security;
alter table commons.dossier force row level security;

-- Views and columns that people kept of the list of points ask for the state that took its place.
alter table commons.saved_view no force row level security;
alter table commons.kept_columns no force row level security;
update commons.saved_view set query = regexp_replace(query, '(^|&)state=prevalidated(&|$)', '\1state=proposed\2')
  where list = 'deliberations.items' and query ~ '(^|&)state=prevalidated(&|$)';
delete from commons.kept_columns k using commons.kept_columns other
  where k.list = 'deliberations.items' and k.view ~ '(^|&)state=prevalidated(&|$)'
    and (other.tenant_id, other.person_id, other.list) = (k.tenant_id, k.person_id, k.list)
    and other.view = regexp_replace(k.view, '(^|&)state=prevalidated(&|$)', '\1state=proposed\2');
update commons.kept_columns set view = regexp_replace(view, '(^|&)state=prevalidated(&|$)', '\1state=proposed\2')
  where list = 'deliberations.items' and view ~ '(^|&)state=prevalidated(&|$)';
alter table commons.saved_view force row level security;
alter table commons.kept_columns force row level security;
