-- A document that is made after a template of the authority says after which, as it was in which version.
alter table commons.document add after_id uuid, add after_version integer;
