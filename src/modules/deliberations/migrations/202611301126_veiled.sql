-- What was decided is hidden from others while it is written, where its organ wants it (décision en cours de rédaction).
alter table deliberations.item add column veiled boolean not null default false;
