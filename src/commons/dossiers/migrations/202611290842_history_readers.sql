-- A line of history is for those who may see the dossier when it is written, whoever writes it.
create function commons.keep_readers() returns trigger language plpgsql as $$
begin
  new.readers := coalesce((
    select d.readers from commons.dossier d
    where d.tenant_id = new.tenant_id and d.id = new.subject_id), '{}');
  return new;
end $$;
revoke execute on function commons.keep_readers() from public;
create trigger keep_readers before insert on kernel.event
  for each row when (new.subject_id is not null) execute function commons.keep_readers();

-- Lines from before are for those who may see their dossier now.
alter table kernel.event no force row level security;
alter table commons.dossier no force row level security;
update kernel.event e set readers = d.readers
from commons.dossier d where d.tenant_id = e.tenant_id and d.id = e.subject_id;
alter table commons.dossier force row level security;
alter table kernel.event force row level security;
