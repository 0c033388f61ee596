-- Keys that a person's device keeps for them (clés d'accès, WebAuthn): the public half, which lets nobody in.
create table kernel.passkey (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null,
  credential text not null,           -- what the device calls it, base64url
  public_key bytea not null,          -- COSE
  counter bigint not null default 0,  -- how often the device says that it was used: it never goes back
  transports text[] not null default '{}',
  host text not null,                 -- it works at this name of the authority alone (RP ID)
  called text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index passkey_account on kernel.passkey (tenant_id, account_id);
select kernel.isolate('kernel.passkey');

-- What a device is asked to sign: once, within five minutes.
create table kernel.passkey_challenge (
  tenant_id uuid not null,
  challenge_hash bytea not null,      -- SHA-256
  account_id uuid,                    -- whose device it is for; null: whoever signs in
  expires_at timestamptz not null,
  primary key (tenant_id, challenge_hash),
  foreign key (tenant_id, account_id) references kernel.account on delete cascade
);
create index passkey_challenge_account on kernel.passkey_challenge (tenant_id, account_id);
select kernel.isolate('kernel.passkey_challenge');
