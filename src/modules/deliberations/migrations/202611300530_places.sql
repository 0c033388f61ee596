-- The streets and addresses that a point is about.
alter table deliberations.item add column places jsonb not null default '[]';
select commons.index_places('deliberations.item', 'places');
