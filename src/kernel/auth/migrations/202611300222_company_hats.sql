-- A company is called by its number at the Crossroads Bank for Enterprises.
alter table kernel.hat drop constraint hat_key_check;
alter table kernel.hat add constraint hat_key_check
  check (key ~ '^(citizen|company:([\da-f-]{36}|[01]\d{9}))$');
