-- The first day on which an organ no longer is; null: it goes on. The group of who sits (groupe politique); empty: nobody said.
alter table commons.organ add column closed_on date;
alter table commons.seat add column party_group text not null default '' check (length(party_group) <= 100);
