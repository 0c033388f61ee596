-- What left the authority: copies that nobody changes, each bound to the one before it by its hash.
create table commons.publication (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  publisher text not null,            -- strategy.plan
  subject_id uuid not null,           -- the dossier that it is a copy of
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  number integer not null check (number > 0),   -- 1, 2… of this publisher and slug
  title text not null,
  content jsonb not null,             -- what the schema of the publisher names
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  previous_hash text,                 -- of the publication before it of this authority
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, subject_id) references commons.dossier,
  unique (tenant_id, publisher, slug, number),
  -- One chain an authority: it neither forks nor has a hole.
  unique (tenant_id, hash),
  unique nulls not distinct (tenant_id, previous_hash),
  foreign key (tenant_id, previous_hash) references commons.publication (tenant_id, hash),
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index publication_subject on commons.publication (tenant_id, subject_id, number desc);
select kernel.isolate('commons.publication');

-- The application adds and withdraws.
revoke update, delete on commons.publication from beffroi_app;
grant update (withdrawn_at, withdrawal_reason) on commons.publication to beffroi_app;

-- Nobody does more, not even the owner.
create function commons.keep_publication() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - '{withdrawn_at,withdrawal_reason}'::text[]
      = to_jsonb(old) - '{withdrawn_at,withdrawal_reason}'::text[]
  then
    return new;
  end if;
  raise exception 'A publication is withdrawn once, and never changed or erased'
    using errcode = 'restrict_violation';
end $$;
create trigger keep_publication before update or delete on commons.publication
  for each row execute function commons.keep_publication();
create trigger keep_publications before truncate on commons.publication
  for each statement execute function commons.keep_publication();

-- The public reads what is not withdrawn, and of it neither the id of a row nor of a dossier.
grant usage on schema commons to beffroi_public;
grant select (publisher, slug, number, title, content, hash, previous_hash, published_at, withdrawn_at)
  on commons.publication to beffroi_public;
create policy shown on commons.publication as restrictive for select to beffroi_public
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and withdrawn_at is null);
-- It calls no function of ours either; triggers need no grant.
revoke execute on all functions in schema commons from public;
