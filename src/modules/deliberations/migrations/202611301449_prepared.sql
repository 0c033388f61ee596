-- When and where those who prepare a meeting meet before it (réunion préparatoire).
alter table deliberations.meeting
  add column prepared_at timestamptz,
  add column prepared_place text not null default '',
  add check (prepared_at <= starts_at);
