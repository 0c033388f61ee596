-- Meetings keep the numbers that they have, and each organ goes on after its last one.
-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table deliberations.meeting no force row level security;
alter table commons.dossier no force row level security;
alter table commons.series_number no force row level security;
alter table commons.series_counter no force row level security;
insert into commons.series_number (tenant_id, series, scope, year, number, reference)
select m.tenant_id, 'deliberations.meeting', m.organ_id::text,
  extract(year from m.starts_at at time zone 'Europe/Brussels'), m.number, d.reference
from deliberations.meeting m join commons.dossier d using (tenant_id, id)
where m.number > 0 on conflict do nothing;
insert into commons.series_counter (tenant_id, series, scope, year, last)
select tenant_id, series, scope, year, max(number) from commons.series_number
where series = 'deliberations.meeting' group by tenant_id, series, scope, year;
alter table deliberations.meeting force row level security;
alter table commons.dossier force row level security;
alter table commons.series_number force row level security;
alter table commons.series_counter force row level security;
