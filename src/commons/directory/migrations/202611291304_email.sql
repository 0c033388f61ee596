-- Where a person is written to by electronic mail, if they said it.
alter table commons.person add column email text not null default '';
