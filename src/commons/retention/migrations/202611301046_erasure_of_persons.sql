-- What is held of somebody and is no dossier (a citizen's space, a person of the directory) is proposed to be erased by
-- their request alone (effacement, GDPR art. 17); the second act and its certificate are those of dossiers.
create table commons.erasure (
  tenant_id uuid not null,
  kind text not null,                 -- as `erasedOnRequest` names it
  subject_id uuid not null,
  asked_by uuid not null,
  proposed_on date not null,
  primary key (tenant_id, kind, subject_id),
  foreign key (tenant_id, asked_by) references commons.dossier on delete cascade
);
create index erasure_asked_by on commons.erasure (tenant_id, asked_by);
select kernel.isolate('commons.erasure');
