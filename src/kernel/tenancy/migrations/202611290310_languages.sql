-- The languages of an authority: the first is that of its acts and of what it publishes, the others
-- are offered to whoever reads its pages. Codes of ISO 639-1.
alter table kernel.tenant add column languages text[] not null default '{fr,en}'
  check (cardinality(languages) > 0);
