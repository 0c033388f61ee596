create schema regulations;
grant usage on schema regulations to beffroi_app, beffroi_public;

-- What an authority publishes as the law asks (publication, affichage): regulations, orders, notices.
create table regulations.posting (
  tenant_id uuid not null,
  id uuid not null,
  nature text not null check (nature in ('regulation', 'order', 'notice')),
  type_id uuid,
  matter_id uuid,
  body text not null,                      -- who took it: college, mayor…
  decided_on date,
  item_id uuid,                            -- the point by which it was decided
  text text not null,
  pdf_id uuid,
  consultation text not null,
  supervised boolean not null,
  supervision_by text not null,
  supervision_outcome text,
  supervision_on date,
  supervision_over_on date,                -- when the time of the supervision ended
  publish_on date,
  publish_at time,
  in_force_on date,                        -- as the text says; null: as the law does
  expires_on date,
  replaces jsonb not null default '[]',
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references commons.dossier,
  foreign key (tenant_id, type_id) references commons.term,
  foreign key (tenant_id, matter_id) references commons.term,
  foreign key (tenant_id, item_id) references commons.dossier,
  foreign key (tenant_id, pdf_id) references commons.annex
);
select kernel.isolate('regulations.posting');
create index posting_of_item on regulations.posting (tenant_id, item_id);

-- What everybody finds of it: of the latest public copy, and gone with it.
create table regulations.entry (
  tenant_id uuid not null,
  slug text not null,
  hash text not null,                      -- of the copy
  nature text not null,
  type text,
  matter text,
  body text not null,
  title text not null,
  published_on date not null,
  published_at timestamptz not null,
  in_force_on date,
  expires_on date,
  archived_on date,                        -- since when it is no longer shown as standing
  plain text not null,                     -- its words
  words tsvector not null,
  primary key (tenant_id, slug),
  foreign key (tenant_id, hash) references commons.publication (tenant_id, hash)
);
select kernel.isolate('regulations.entry');
create index entry_words on regulations.entry using gin (words);
create index entry_published on regulations.entry (tenant_id, published_on desc, slug);
grant select (slug, hash, nature, type, matter, body, title, published_on, published_at, in_force_on, expires_on, archived_on, plain, words)
  on regulations.entry to beffroi_public;

-- Which text abrogates and replaces which (abrogation), or changes a part of it; as the copies of the newer ones say.
create table regulations.chain (
  tenant_id uuid not null,
  new_slug text not null,
  old_slug text not null,
  whole boolean not null,                  -- it is replaced, not changed in part
  note text not null,
  holds_on date,                           -- from when on
  primary key (tenant_id, new_slug, old_slug),
  foreign key (tenant_id, new_slug) references regulations.entry (tenant_id, slug) on delete cascade
);
select kernel.isolate('regulations.chain');
-- What is replaced is not replaced again.
create unique index chain_replaced_once on regulations.chain (tenant_id, old_slug) where whole;
create index chain_old on regulations.chain (tenant_id, old_slug);
grant select (new_slug, old_slug, whole, note, holds_on) on regulations.chain to beffroi_public;

-- The proof of the instant of a copy: what is stamped, the timestamp (RFC 3161), or how asking for it goes.
create table regulations.proof (
  tenant_id uuid not null,
  hash text not null,                      -- of the copy
  posting_id uuid not null,
  wanted boolean not null,                 -- false: the house had no timestamp authority then
  manifest bytea,                          -- null while its files are being made
  token bytea,                             -- DER
  stamped_at timestamptz,                  -- as the authority says
  stamped_by text,
  tries integer not null default 0,
  last_failure jsonb,
  next_try_at timestamptz not null default now(),
  asked_at timestamptz not null default now(),
  primary key (tenant_id, hash),
  foreign key (tenant_id, hash) references commons.publication (tenant_id, hash),
  foreign key (tenant_id, posting_id) references commons.dossier,
  check ((token is null) = (stamped_at is null))
);
select kernel.isolate('regulations.proof');
create index proof_wanting on regulations.proof (tenant_id, next_try_at) where wanted and token is null;
create index proof_posting on regulations.proof (tenant_id, posting_id);
grant select (hash, wanted, manifest, token, stamped_at, stamped_by) on regulations.proof to beffroi_public;
create policy shown on regulations.proof as restrictive for select to beffroi_public
  using (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    and exists (select from commons.publication p where p.hash = regulations.proof.hash)
  );

-- The files of a copy, in the order of its container.
create table regulations.proof_file (
  tenant_id uuid not null,
  hash text not null,
  position integer not null,
  file_name text not null,
  type text not null,
  file text not null,                      -- SHA-256 of its bytes
  primary key (tenant_id, hash, position),
  foreign key (tenant_id, hash) references regulations.proof (tenant_id, hash),
  foreign key (tenant_id, file) references kernel.file (tenant_id, hash)
);
select kernel.isolate('regulations.proof_file');
grant select (hash, position, file_name, type, file) on regulations.proof_file to beffroi_public;
create policy shown on regulations.proof_file as restrictive for select to beffroi_public
  using (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    and exists (select from commons.publication p where p.hash = regulations.proof_file.hash)
  );

-- Pages that are kept follow from these too: what stands, what replaced it, its stamp. (`public_changed` wants the rows.)
create trigger public_insert after insert on regulations.entry referencing new table as changed
  for each statement execute function kernel.public_changed();
create trigger public_update after update on regulations.entry referencing new table as changed
  for each statement execute function kernel.public_changed();
create trigger public_insert after insert on regulations.chain referencing new table as changed
  for each statement execute function kernel.public_changed();
create trigger public_delete after delete on regulations.chain referencing old table as changed
  for each statement execute function kernel.public_changed();
create trigger public_update after update on regulations.proof referencing new table as changed
  for each statement execute function kernel.public_changed();

-- What is asked is read as what was written was.
create function regulations.asked(query text, out wanted tsquery, out lookup tsquery)
  language sql stable security definer
  set search_path = pg_catalog, kernel
begin atomic
  select a.wanted, a.lookup from kernel.asked(query) as a;
end;
-- How many there are of each sort, by authority, for whoever watches over the house.
create function regulations.figures() returns table (authority text, what text, count integer) language plpgsql as $$
declare
  one record;
begin
  for one in select t.id, t.slug from kernel.tenant t join kernel.trade o on o.tenant_id = t.id and o.module = 'regulations' loop
    perform set_config('app.tenant', one.id::text, true);
    return query
      select one.slug, f.what, f.count::integer from (
        select 'published' as what, count(*) filter (where d.state = 'published') as count
          from commons.dossier d where d.kind = 'regulations.posting'
        union all select 'planned', count(*) filter (where d.state = 'planned') from commons.dossier d where d.kind = 'regulations.posting'
        union all select 'planned_late', count(*) from commons.dossier d join regulations.posting p using (tenant_id, id)
          where d.state = 'planned'
            and (p.publish_on + coalesce(p.publish_at, '00:00')) at time zone 'Europe/Brussels' < now() - interval '1 hour'
        union all select 'expired_late', count(*) from commons.dossier d join regulations.posting p using (tenant_id, id)
          where d.state = 'published' and p.expires_on < (now() at time zone 'Europe/Brussels' - interval '1 hour')::date
        union all select 'stamps_pending', count(*) from regulations.proof where wanted and token is null
      ) f;
  end loop;
  perform set_config('app.tenant', '', true);
end $$;
revoke execute on all functions in schema regulations from public;
grant execute on function regulations.asked(text) to beffroi_app, beffroi_public;
