-- Whoever something is of asked that it be erased (effacement, GDPR art. 17): proposed before its time, by their request.
alter table commons.elimination add column asked_by uuid,
  add foreign key (tenant_id, asked_by) references commons.dossier on delete cascade;
