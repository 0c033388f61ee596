-- Where somebody lives, as the public service says it; empty: it does not.
alter table commons.citizen add column address text not null default '';
