-- Which roles there are is declared by the folders of the house; a grant is checked by the verb. A role
-- that a later version no longer declares keeps its rows.
alter table commons.role_grant drop constraint role_grant_role_check;
