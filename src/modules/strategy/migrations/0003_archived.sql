-- An archived plan is archived with all that is in it: an element knows it without asking.
alter table strategy.element add column archived boolean not null default false;
