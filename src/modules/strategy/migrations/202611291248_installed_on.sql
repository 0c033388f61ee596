-- When the council of the CPAS was installed: the delay in which it adopts its plan runs from it.
alter table strategy.plan add column installed_on date;
-- What a CPAS said of its plan was that day, asked for under the name of the aldermen, whom it has not.
alter table strategy.plan no force row level security;
update strategy.plan set installed_on = designated_on, designated_on = null where body = 'cpas';
alter table strategy.plan force row level security;
