create schema restapi;
grant usage on schema restapi to beffroi_app;

-- By what a program that wrote a point through plonemeeting.restapi knows it (externalIdentifier).
create table restapi.identifier (
  tenant_id uuid not null,
  item_id uuid not null,
  identifier text not null check (length(identifier) between 1 and 500),
  made_by uuid not null,                    -- the program
  primary key (tenant_id, item_id),
  foreign key (tenant_id, item_id) references deliberations.item
);
create index identifier_found on restapi.identifier (tenant_id, identifier);
select kernel.isolate('restapi.identifier');
