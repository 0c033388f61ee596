-- Citizens who have a space of their own (espace citoyen): the account is that of who signs in, of the directory or not.
create table commons.citizen (
  tenant_id uuid not null,
  id uuid not null,                                -- of the account
  first_name text not null default '',
  last_name text not null default '',
  email text not null default '',                  -- confirmed by a link that was written there; empty: none is
  number_sealed bytea,                             -- the national number, enciphered; found by the next column (kernel/secrets)
  number_index bytea,
  assurance text not null default 'none' check (assurance in ('none', 'low', 'substantial', 'high')),
  identified_at timestamptz,                       -- when the public service said last who they are
  opened_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references kernel.account on delete cascade,
  check ((number_sealed is null) = (number_index is null))
);
create unique index citizen_number on commons.citizen (tenant_id, number_index);
select kernel.isolate('commons.citizen');

-- Somebody asked for a space and has not confirmed their address: the link that was written there is its hash.
create table commons.citizen_asked (
  tenant_id uuid not null,
  token_hash bytea not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash)
);
create index citizen_asked_email on commons.citizen_asked (tenant_id, email);
select kernel.isolate('commons.citizen_asked');

-- What a citizen is told.
create table commons.citizen_notice (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  citizen_id uuid not null,
  title text not null,
  href text not null,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, citizen_id) references commons.citizen on delete cascade
);
create index citizen_notice_citizen on commons.citizen_notice (tenant_id, citizen_id, id);
select kernel.isolate('commons.citizen_notice');
