-- How many seats an organ has, president included; null: nobody said.
alter table commons.organ add column seats smallint check (seats between 1 and 300);
