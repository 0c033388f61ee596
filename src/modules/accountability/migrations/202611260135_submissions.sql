-- A version whose point was refused, delayed or removed may go to the council again, by another point.
alter table accountability.submission drop constraint submission_pkey;
alter table accountability.submission add primary key (tenant_id, item_id);
create index submission_version on accountability.submission (tenant_id, version_id, item_id);
