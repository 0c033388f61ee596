-- What a system of joiners (SCIM) calls somebody, `externalId`, is what this provider calls them.
alter table kernel.identity_provider
  add column takes_external_id boolean not null default false;
