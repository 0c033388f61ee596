-- The persons and organisations outside the authority of whom its dossiers speak (tiers): one address book.
create table commons.party (
  tenant_id uuid not null,
  id uuid not null,
  nature text not null default 'person' check (nature in ('person', 'organisation')),
  first_name text not null default '',      -- of a person; the name is the title of the dossier
  national_number timestamptz,              -- since when one is kept; it stands, enciphered, in the next column
  number_sealed bytea,
  number_index bytea,                       -- by which it is found exactly (kernel/secrets)
  enterprise_number text check (enterprise_number ~ '^[01]\d{9}$'), -- BCE: public
  email text,
  phone text not null default '',
  language text check (language in ('fr', 'nl', 'de', 'en')),
  street text not null default '',
  house_number text not null default '',
  box text not null default '',
  postal_code text not null default '',
  municipality text not null default '',
  country text not null default '',         -- empty: Belgium
  is_another boolean not null default false, -- somebody said that it is not the one that looks like it
  merged_into uuid,                         -- the one with which it was found to be the same
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, merged_into) references commons.party,
  check (national_number is null or nature = 'person'),
  check (enterprise_number is null or nature = 'organisation'),
  check (merged_into <> id)
);
create unique index party_number on commons.party (tenant_id, number_index);
create unique index party_enterprise on commons.party (tenant_id, enterprise_number);
create index party_postal_code on commons.party (tenant_id, postal_code);
create index party_merged on commons.party (tenant_id, merged_into) where merged_into is not null;
select kernel.isolate('commons.party');
