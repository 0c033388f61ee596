-- The house tells people too, of what is no dossier: in words of its own, which lead somewhere.
alter table commons.notice
  alter column dossier_id drop not null,
  add column href text,
  add column about jsonb,             -- what the words of its type are made of
  add check (dossier_id is not null or href is not null);
