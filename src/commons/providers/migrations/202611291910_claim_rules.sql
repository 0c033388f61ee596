-- What a provider says of somebody makes them hold something (règle d’attribution): a role, or a function in a service.
create table commons.claim_rule (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  claim text not null,                     -- its name, or a path by dots
  value text not null,
  role text,
  service_id uuid,
  function text check (function in ('editor', 'head', 'observer')),
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, provider_id, claim, value, role, service_id, function),
  foreign key (tenant_id, provider_id) references kernel.identity_provider on delete cascade,
  foreign key (tenant_id, service_id) references commons.service,
  check ((role is null) = (service_id is not null) and (service_id is null) = (function is null))
);
create index claim_rule_service on commons.claim_rule (tenant_id, service_id);
select kernel.isolate('commons.claim_rule');

-- What somebody holds because a provider said so: it alone is ended when the provider no longer does.
create table commons.provided_office (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  role_grant_id uuid,
  membership_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, role_grant_id),
  unique (tenant_id, membership_id),
  foreign key (tenant_id, provider_id) references kernel.identity_provider on delete cascade,
  foreign key (tenant_id, role_grant_id) references commons.role_grant on delete cascade,
  foreign key (tenant_id, membership_id) references commons.membership on delete cascade,
  check (num_nonnulls(role_grant_id, membership_id) = 1)
);
create index provided_office_provider on commons.provided_office (tenant_id, provider_id);
select kernel.isolate('commons.provided_office');
