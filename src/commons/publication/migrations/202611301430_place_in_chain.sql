-- Where a copy stands in the chain of its authority, from 1: by it the end is found, however long the chain is.
alter table commons.publication no force row level security;
alter table commons.publication disable trigger keep_publication;
alter table commons.publication add column place bigint not null default 0;
with recursive chain as (
  select tenant_id, id, hash, 1::bigint as place from commons.publication where previous_hash is null
  union all
  select p.tenant_id, p.id, p.hash, c.place + 1
  from commons.publication p join chain c on c.tenant_id = p.tenant_id and c.hash = p.previous_hash
)
update commons.publication p set place = c.place from chain c where c.tenant_id = p.tenant_id and c.id = p.id;
create unique index publication_place on commons.publication (tenant_id, place);
alter table commons.publication enable trigger keep_publication;
alter table commons.publication force row level security;

-- Whoever adds a copy says behind which it stands; its place follows, also for the release before this one.
create function commons.place_publication() returns trigger language plpgsql as $$
begin
  new.place := coalesce((
    select p.place from commons.publication p where p.tenant_id = new.tenant_id and p.hash = new.previous_hash), 0) + 1;
  return new;
end $$;
create trigger place_publication before insert on commons.publication
  for each row execute function commons.place_publication();

-- What everybody is told in the place of what was withdrawn (retrait): that it was, when, and one sentence why.
create table commons.publication_withdrawal (
  tenant_id uuid not null,
  publisher text not null,
  slug text not null,
  withdrawn_at timestamptz not null,
  said text not null check (said <> ''),
  primary key (tenant_id, publisher, slug)
);
select kernel.isolate('commons.publication_withdrawal');
grant select (publisher, slug, withdrawn_at, said) on commons.publication_withdrawal to beffroi_public;
revoke execute on all functions in schema commons from public;
