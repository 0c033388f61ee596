-- Rules are declared by their trades (src/modules/*/law); the start makes these rows what is declared.
-- What is doubtful in a rule, or to be known of it.
alter table commons.legal_rule add column note text not null default '';
