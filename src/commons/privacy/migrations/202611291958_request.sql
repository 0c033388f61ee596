-- What somebody asks of what is held of them (demande d’exercice de droits).
create table commons.privacy_request (
  tenant_id uuid not null,
  id uuid not null,
  nature text not null check (nature in
    ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
  received_on date not null,
  person_id uuid,                           -- who has an account
  party_ids uuid[] not null default '{}',   -- as the address book knows them
  identity text not null default '',        -- how it was made sure who asks
  answer text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, person_id) references commons.person
);
select kernel.isolate('commons.privacy_request');
