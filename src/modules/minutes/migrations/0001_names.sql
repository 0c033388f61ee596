-- Agenda and minutes were made by the module of deliberations, under its name. What was made then stays
-- within reach. Isolation binds the owner too: it is lifted for this one statement, over all authorities.
alter table commons.document no force row level security;
update commons.document set template = 'minutes.' || split_part(template, '.', 2)
where template in ('deliberations.agenda', 'deliberations.minutes');
alter table commons.document force row level security;
