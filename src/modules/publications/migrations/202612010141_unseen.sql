create or replace function publications.unseen() returns setof uuid
  language sql stable
  set search_path = pg_catalog, publications
  as $$ select kernel.unseen('publications') $$;
