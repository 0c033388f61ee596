create trigger public_insert after insert on commons.publication referencing new table as changed
  for each statement execute function kernel.public_changed();
create trigger public_update after update on commons.publication referencing new table as changed
  for each statement execute function kernel.public_changed();
