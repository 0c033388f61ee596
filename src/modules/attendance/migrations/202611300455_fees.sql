create schema attendance;
grant usage on schema attendance to beffroi_app;

-- What an authority decided that whoever attends is paid (jeton de présence; CDLD L1122-7), from a day on.
create table attendance.fee (
  tenant_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  from_on date not null,
  amount bigint not null check (amount >= 0),
  chair_amount bigint check (chair_amount >= 0),   -- of whoever presides, where it is another
  not_for_id uuid,                                  -- who sits in this organ too has none
  half_under integer not null default 0 check (half_under between 0 and 100),
  primary key (tenant_id, id),
  unique (tenant_id, organ_id, from_on),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, organ_id) references commons.organ,
  foreign key (tenant_id, not_for_id) references commons.organ
);
select kernel.isolate('attendance.fee');
