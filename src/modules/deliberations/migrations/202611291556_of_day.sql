-- Which of the meetings of an organ on one day it is: a reference that says the day tells them apart by it.
alter table deliberations.meeting add column of_day integer not null default 1 check (of_day > 0);
update deliberations.meeting m set of_day = n.of_day from (
  select tenant_id, id, row_number() over (
    partition by tenant_id, organ_id, (starts_at at time zone 'Europe/Brussels')::date
    order by number nulls last, starts_at) as of_day
  from deliberations.meeting) n
where n.tenant_id = m.tenant_id and n.id = m.id and n.of_day > 1;
create unique index meeting_of_day on deliberations.meeting
  (tenant_id, organ_id, ((starts_at at time zone 'Europe/Brussels')::date), of_day);
