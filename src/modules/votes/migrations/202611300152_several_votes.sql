-- How organs vote is a part of its own: tables keep their rows, keys, policies and grants.
create schema votes;
grant usage on schema votes to beffroi_app;
alter table sittings.vote set schema votes;
alter table sittings.ballot set schema votes;

-- A point has several votes: on amendments, on its parts, between choices, and on the whole.
create table votes.motion (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  item_id uuid not null,
  number integer not null check (number > 0),   -- in the order in which they are put to the vote
  kind text not null check (kind in ('amendment', 'part', 'option')),
  title text not null,
  proposal text not null default '',            -- of an amendment: the decision as it reads once it is adopted
  replaced text,                                -- what the decision read before, once it is
  proposed_by uuid,
  secret boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references deliberations.item,
  foreign key (tenant_id, proposed_by) references commons.seat,
  unique (tenant_id, item_id, number)
);
select kernel.isolate('votes.motion');

alter table votes.vote
  add column id uuid not null default uuidv7(),
  add column motion_id uuid,                    -- null: on the whole
  add column casting_seat_id uuid,              -- whose vote broke a tie (voix prépondérante)
  add column remark text not null default '',
  drop constraint vote_pkey,
  add primary key (tenant_id, id),
  add unique nulls not distinct (tenant_id, item_id, motion_id),
  add foreign key (tenant_id, motion_id) references votes.motion,
  add foreign key (tenant_id, casting_seat_id) references commons.seat;

alter table votes.ballot add column vote_id uuid;
-- The owner writes the rows of all authorities here, which forced row-level security forbids.
alter table votes.ballot no force row level security;
alter table votes.vote no force row level security;
update votes.ballot b set vote_id = v.id
from votes.vote v where (v.tenant_id, v.item_id) = (b.tenant_id, b.item_id);
alter table votes.vote force row level security;
alter table votes.ballot force row level security;
alter table votes.ballot
  alter column vote_id set not null,
  drop constraint ballot_pkey,
  add primary key (tenant_id, vote_id, seat_id),
  add foreign key (tenant_id, vote_id) references votes.vote on delete cascade,
  drop column item_id;
