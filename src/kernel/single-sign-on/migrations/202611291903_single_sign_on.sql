-- Who says of somebody who they are (fournisseur d’identité), by OpenID Connect: those of an authority, in the order of
-- the page of signing in.
create table kernel.identity_provider (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea,                     -- enciphered; null: the provider asks for none
  scopes text not null default 'openid profile email',
  subject_claim text not null default 'sub' check (subject_claim in ('sub', 'oid')),
  acr_values text not null default '',     -- one of these is asked for, and must be answered
  asks_user_info boolean not null default false,
  position integer not null default 0,
  is_on boolean not null default false,
  is_only boolean not null default false,  -- agents come in by it and by nothing else
  primary key (tenant_id, id),
  unique (tenant_id, issuer),
  check (is_on or not is_only)
);
select kernel.isolate('kernel.identity_provider');
select kernel.distinguish('kernel.identity_provider', 'name');

-- Of whom a provider speaks (identité liée): its name for somebody, and the account that is theirs. Never found by an
-- address or a name: somebody made the link.
create table kernel.identity_link (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null,
  issuer text not null,
  subject text not null,
  via text not null check (via in ('administrator', 'import', 'invitation', 'scim', 'self')),
  since timestamptz not null default now(),
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, issuer, subject),
  unique (tenant_id, account_id, issuer),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
select kernel.isolate('kernel.identity_link');

-- Who came back from a provider and is known to nobody (demande): an administrator says who they are.
create table kernel.identity_request (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  called text not null default '',         -- as the provider calls them: shown, never compared
  email text not null default '',
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, issuer, subject),
  foreign key (tenant_id, provider_id) references kernel.identity_provider on delete cascade
);
create index identity_request_provider on kernel.identity_request (tenant_id, provider_id);
select kernel.isolate('kernel.identity_request');

-- Somebody was sent to a provider and is not back: taken once, in the browser from which they went, within ten minutes.
create table kernel.way_out (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  state_hash bytea not null,               -- SHA-256 of the state
  provider_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'leave', 'link', 'prove', 'sign_in', 'try')),
  browser_hash bytea not null,             -- SHA-256 of what the browser keeps
  code_verifier text not null default '',
  nonce text not null default '',
  redirect_uri text not null,
  next text not null default '/',
  account_id uuid,                         -- whose it is, where they are known already
  link_hash bytea,                         -- of the invitation by which they went
  carried bytea,                           -- enciphered: what is to be done once they are back, or what is to be said there
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, state_hash),
  foreign key (tenant_id, provider_id) references kernel.identity_provider on delete cascade,
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index way_out_provider on kernel.way_out (tenant_id, provider_id);
create index way_out_account on kernel.way_out (tenant_id, account_id);
create index way_out_expires on kernel.way_out (tenant_id, expires_at);
select kernel.isolate('kernel.way_out');

-- By which provider a session came in, and what it calls that: it ends here when it ends there.
create table kernel.provider_session (
  tenant_id uuid not null,
  id uuid not null,                        -- of the session
  provider_id uuid not null,
  subject text not null,
  sid text,
  id_token bytea,                          -- enciphered; said to the provider at the sign-out
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references kernel.session (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_id) references kernel.identity_provider on delete cascade
);
create index provider_session_subject on kernel.provider_session (tenant_id, provider_id, subject);
create index provider_session_sid on kernel.provider_session (tenant_id, provider_id, sid);
select kernel.isolate('kernel.provider_session');

-- What a provider said once of a sign-out is not taken again.
create table kernel.logout_token (
  tenant_id uuid not null,
  provider_id uuid not null,
  jti_hash bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, provider_id, jti_hash),
  foreign key (tenant_id, provider_id) references kernel.identity_provider on delete cascade
);
create index logout_token_expires on kernel.logout_token (tenant_id, expires_at);
select kernel.isolate('kernel.logout_token');
