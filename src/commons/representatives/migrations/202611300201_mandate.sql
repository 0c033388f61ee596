-- Somebody acts for a company (mandat de représentation): asked with a proof, granted or refused, until a day or until ended.
create table commons.company_mandate (
  tenant_id uuid not null,
  id uuid not null,
  company text not null,
  number text not null check (number ~ '^[01][0-9]{9}$'),  -- at the Crossroads Bank for Enterprises
  email text,                                               -- of the space, where it was asked at a counter
  until date,                                               -- the last day on which it holds; null: until it is ended
  answer text not null default '',
  citizen_id uuid,                                          -- whose it is
  claimed boolean not null default false,                   -- the public service says it at each sign-in
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, citizen_id) references commons.citizen on delete set null (citizen_id)
);
create index company_mandate_citizen on commons.company_mandate (tenant_id, citizen_id, number);
select kernel.isolate('commons.company_mandate');
