-- A meeting that is seen or heard may be prepared elsewhere than here.
alter table publications.video drop constraint video_tenant_id_meeting_id_fkey,
  add foreign key (tenant_id, meeting_id) references commons.dossier on delete cascade;
