-- A secret vote that is open on the screens: what signs its papers, and to whom its ballots are sealed.
alter table live.poll
  add column secret boolean not null default false,
  add column signs bytea,             -- enciphered by a key that is not in the database
  add column paper_key text,          -- by which anybody sees that a paper was signed
  add column box_key text,            -- to which ballots are sealed: what opens them is on the device that opened the vote
  add check (secret = (signs is not null and paper_key is not null and box_key is not null)),
  add check (secret or (signs is null and paper_key is null and box_key is null));

-- An option between which a point lets choose is voted by name too.
alter table live.choice drop constraint choice_choice_check;
alter table live.choice add check (choice in ('yes', 'no', 'abstain') or choice ~ '^[0-9a-f-]{36}$');

-- For whom a paper was signed, blindly: what it reads nobody knows here. No hour, no order.
create table live.paper (
  tenant_id uuid not null,
  poll_id uuid not null,
  seat_id uuid not null,
  blinded bytea,                      -- SHA-256 of what was signed, so that the same is signed again; null: it was lost, another may be given
  lost integer not null default 0 check (lost between 0 and 20),
  primary key (tenant_id, poll_id, seat_id),
  foreign key (tenant_id, poll_id) references live.poll on delete cascade,
  foreign key (tenant_id, seat_id) references commons.seat
);
create index on live.paper (tenant_id, seat_id);
select kernel.isolate('live.paper');

-- Sealed ballots, each by its paper, until they are counted. No hour, no number, nobody's name.
create table live.box (
  tenant_id uuid not null,
  poll_id uuid not null,
  paper bytea not null,
  proof bytea not null,               -- that the house signed the paper
  sealed bytea not null,
  signed bytea not null,              -- that who has the paper sealed this
  primary key (tenant_id, poll_id, paper),
  foreign key (tenant_id, poll_id) references live.poll on delete cascade
);
select kernel.isolate('live.box');

-- The numbers of the papers that were counted, in the order of the alphabet: by its own each voter sees that theirs is among them.
create table live.counted (
  tenant_id uuid not null,
  poll_id uuid not null,
  item_id uuid not null,
  numbers text[] not null,
  primary key (tenant_id, poll_id),
  foreign key (tenant_id, item_id) references deliberations.item on delete cascade
);
create index on live.counted (tenant_id, item_id);
select kernel.isolate('live.counted');
