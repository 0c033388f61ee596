-- At which level of validation of its organ a point waits, who validates it there and who had it before.
alter table deliberations.item
  add column level_id text not null default '',
  add column level text not null default '',
  add column level_no smallint not null default 0 check (level_no >= 0),
  add column validators text[] not null default '{}',
  add column endorsers text[] not null default '{}',
  add column finals text[] not null default '{}',
  add column level_readers text[] not null default '{}';

-- There were two levels for all: the head of the service, then the director general.
alter table deliberations.item no force row level security;
alter table commons.dossier no force row level security;
update deliberations.item i
  set level_id = 'head', level = 'Chef de service', level_no = 1,
    validators = '{service:head}', endorsers = '{service:head}'
  from commons.dossier d where (d.tenant_id, d.id) = (i.tenant_id, i.id) and d.state = 'proposed';
update deliberations.item i
  set level_id = 'director', level = 'Direction générale', level_no = 2,
    validators = '{role:director_general}', finals = '{role:director_general}', level_readers = '{service:head}'
  from commons.dossier d where (d.tenant_id, d.id) = (i.tenant_id, i.id) and d.state = 'prevalidated';
update deliberations.item i set level_no = 2
  from commons.dossier d where (d.tenant_id, d.id) = (i.tenant_id, i.id) and d.state in ('validated', 'presented');
update commons.dossier set state = 'proposed' where kind = 'deliberations.item' and state = 'prevalidated';
alter table deliberations.item force row level security;
alter table commons.dossier force row level security;
