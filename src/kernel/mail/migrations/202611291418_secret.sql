-- What lets somebody in is for the one to whom it is written: nobody else reads it, and once handed over it is gone.
alter table kernel.mail add column secret boolean not null default false;
