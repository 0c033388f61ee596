-- What is held of somebody is kept and not used, until it is said why it may be again (limitation du traitement, GDPR art. 18).
create table commons.restriction (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  subject_id uuid not null,               -- a person of the directory, or a party of the address book
  request_id uuid not null,               -- under which it is
  begun_by text not null,
  begun_at timestamptz not null default now(),
  lifted_by text,
  lifted_at timestamptz,
  lifted_because text,                    -- of which the person is told before, art. 18 § 3
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references commons.privacy_request on delete cascade,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because is null))
);
create unique index on commons.restriction (tenant_id, subject_id, request_id) where lifted_at is null;
select kernel.isolate('commons.restriction');
