create schema validation;
grant usage on schema validation to beffroi_app;

-- By which levels points are validated before they wait for a meeting (niveaux de validation), of each organ that has others
-- than those that it began with.
create table validation.scheme (
  tenant_id uuid not null,
  organ_id uuid not null,
  levels jsonb not null,                    -- in their order, { id, title, by }
  shortcuts boolean not null default false, -- who validates at a later level need not wait for those before
  primary key (tenant_id, organ_id),
  foreign key (tenant_id, organ_id) references commons.organ
);
select kernel.isolate('validation.scheme');
