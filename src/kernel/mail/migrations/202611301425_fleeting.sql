-- A letter of which nothing stays once it left, or could not: whom it is to was erased.
alter table kernel.mail add column fleeting boolean not null default false;
