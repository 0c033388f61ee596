-- Where an authority of which something is public says that it lies: latitude, then longitude.
alter table publications.authority add column lies_at double precision[];
grant select (lies_at) on publications.authority to beffroi_public;
create index agenda_authority on publications.agenda (starts_at, authority) where state = 'planned';
