-- What somebody kept for themselves of lists keeps nobody from erasing them.
alter table commons.saved_view drop constraint saved_view_tenant_id_person_id_fkey;
alter table commons.saved_view add constraint saved_view_tenant_id_person_id_fkey
  foreign key (tenant_id, person_id) references commons.person on delete cascade;
