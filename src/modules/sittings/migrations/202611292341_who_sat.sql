-- Who sat, as they were called when it was noted: seats end and people are renamed or merged, and the sitting stays as it was.
alter table sittings.attendance
  add column part text check (part in ('president', 'member', 'secretary')),
  add column title text,
  add column civility text,
  add column first_name text,
  add column last_name text,
  add column place integer;           -- in the order of precedence of that day
-- The owner writes the rows of all authorities here, which forced row-level security forbids.
alter table sittings.attendance no force row level security;
alter table commons.seat no force row level security;
alter table commons.person no force row level security;
update sittings.attendance a
set part = s.part, title = s.title, civility = p.civility, first_name = p.first_name, last_name = p.last_name,
  place = s.position
from commons.seat s join commons.person p on (p.tenant_id, p.id) = (s.tenant_id, s.person_id)
where (s.tenant_id, s.id) = (a.tenant_id, a.seat_id);
alter table commons.person force row level security;
alter table commons.seat force row level security;
alter table sittings.attendance force row level security;
alter table sittings.attendance
  alter column part set not null,
  alter column title set not null,
  alter column civility set not null,
  alter column first_name set not null,
  alter column last_name set not null,
  alter column place set not null;
