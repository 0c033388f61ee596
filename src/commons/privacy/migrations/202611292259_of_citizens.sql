-- A citizen asked from their own space: they read there what became of it.
alter table commons.privacy_request
  add column citizen_id uuid,
  add foreign key (tenant_id, citizen_id) references kernel.account (tenant_id, id) on delete set null (citizen_id);
create index privacy_request_citizen on commons.privacy_request (tenant_id, citizen_id) where citizen_id is not null;
