-- Where a meeting is seen or heard (vidéo de la séance).
create table publications.video (
  tenant_id uuid not null,
  meeting_id uuid not null,
  address text not null check (char_length(address) <= 500 and address like 'https://%'),
  primary key (tenant_id, meeting_id),
  foreign key (tenant_id, meeting_id) references deliberations.meeting on delete cascade
);
select kernel.isolate('publications.video');
