-- Who may take a document is fixed when it is made, by what it tells then. Of those made before nobody knows
-- what they tell: they are for nobody, and made anew.
alter table commons.document add column readers text[] not null default '{}';
