-- What changed last under each public slug, of all authorities, in an order that never changes behind whoever has read so far: that of
-- the transactions that wrote, of which those still open are not told yet.
create table publications.changed (
  tenant_id uuid not null,
  publisher text not null,
  slug text not null,
  authority text not null,                 -- its slug
  hash text,                               -- of the latest copy; null: withdrawn
  said text,                               -- why it was withdrawn, as everybody reads it
  changed_at timestamptz not null,
  turn xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, publisher, slug),
  foreign key (tenant_id, hash) references commons.publication (tenant_id, hash),
  check ((hash is null) = (said is not null))
);
select kernel.isolate('publications.changed');
create index changed_in_turn on publications.changed (turn, authority, publisher, slug);
grant select (publisher, slug, authority, hash, said, changed_at, turn) on publications.changed to beffroi_public;
create policy everybody on publications.changed for select to beffroi_public
  using (nullif(current_setting('app.tenant', true), '') is null);

-- Whatever writes a row, also what brings a backup back: it is of its own transaction.
create function publications.take_turn() returns trigger language plpgsql as $$
begin
  new.turn := pg_current_xact_id();
  return new;
end $$;
create trigger take_turn before insert or update on publications.changed
  for each row execute function publications.take_turn();
revoke execute on function publications.take_turn from public;

-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table publications.changed no force row level security;
insert into publications.changed (tenant_id, publisher, slug, authority, hash, changed_at)
select tenant_id, 'publications.point', slug, authority, hash, published_at from publications.entry;
alter table publications.agenda no force row level security;
alter table publications.authority no force row level security;
alter table commons.publication no force row level security;
alter table commons.publication_withdrawal no force row level security;
insert into publications.changed (tenant_id, publisher, slug, authority, hash, changed_at)
select a.tenant_id, 'publications.meeting', a.slug, a.authority, a.hash, p.published_at
from publications.agenda a join commons.publication p using (tenant_id, hash);
insert into publications.changed (tenant_id, publisher, slug, authority, said, changed_at)
select w.tenant_id, w.publisher, w.slug, a.slug, w.said, w.withdrawn_at
from commons.publication_withdrawal w join publications.authority a using (tenant_id)
where w.publisher in ('publications.point', 'publications.meeting')
on conflict do nothing;
alter table publications.changed force row level security;
alter table publications.agenda force row level security;
alter table publications.authority force row level security;
alter table commons.publication force row level security;
alter table commons.publication_withdrawal force row level security;
