-- What is noted while an organ sits: tables keep their rows, keys, policies and grants.
create schema sittings;
grant usage on schema sittings to beffroi_app;
alter table deliberations.attendance set schema sittings;
alter table deliberations.vote set schema sittings;
alter table deliberations.ballot set schema sittings;
