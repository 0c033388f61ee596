-- Whom an administrator sees the house as in this session (voir comme), and until when.
alter table kernel.session
  add column sees_as uuid,
  add column sees_until timestamptz,
  add foreign key (tenant_id, sees_as) references kernel.account on delete set null (sees_as);
