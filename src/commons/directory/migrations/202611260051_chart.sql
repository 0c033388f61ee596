-- Who coordinates the strategic plan (coordination).
alter table commons.role_grant drop constraint role_grant_role_check;
alter table commons.role_grant add constraint role_grant_role_check check (role in
  ('agent', 'secretariat', 'director_general', 'coordinator', 'mayor', 'councillor', 'administrator'));

-- A service may be part of another (direction), and may end: old dossiers keep its name.
alter table commons.service
  add column parent_id uuid,
  add column closed_on date,          -- the first day on which it no longer exists
  add foreign key (tenant_id, parent_id) references commons.service;
