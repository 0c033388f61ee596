-- A decision that is taken back (remise par défaut) is a row too: from it on, what holds without one holds again.
alter table commons.setting add column is_default boolean not null default false;
