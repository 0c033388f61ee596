-- Who was erased (GDPR art. 17) leaves the request that asked for it, which proves the answer.
alter table commons.privacy_request
  drop constraint privacy_request_tenant_id_person_id_fkey,
  add foreign key (tenant_id, person_id) references commons.person on delete set null (person_id);
