-- What the virus scanner said of a file: those that stand are examined once there is one.
alter table commons.annex add column scan text not null default 'waiting'
  check (scan in ('waiting', 'clean', 'infected'));
create index annex_to_scan on commons.annex (tenant_id, id) where scan = 'waiting';
