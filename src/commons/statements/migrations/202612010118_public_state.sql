-- Each page for citizens names at its foot what is declared: pages that are kept follow from it.
create trigger public_insert after insert on commons.statement
  referencing new table as changed for each statement execute function kernel.public_changed();
