-- Pictures that somebody brought for a text which is not saved yet: theirs to see, as long as the text may still come.
-- The bytes are files like others (kernel.file).
create table kernel.picture_upload (
  tenant_id uuid not null,
  account_id uuid not null,
  hash text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, account_id, hash),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade,
  foreign key (tenant_id, hash) references kernel.file
);
select kernel.isolate('kernel.picture_upload');
