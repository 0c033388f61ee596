-- An answer is given again to whoever still has the rights that they had when it was given, and still sees what it
-- was about. What was kept before says nothing of that, and is given to nobody.
alter table kernel.once
  add column principals text[] not null default '{unknown}',  -- of the one who was answered
  add column about uuid[] not null default '{}';              -- dossiers that they saw then
alter table kernel.once alter column principals set default '{}';
