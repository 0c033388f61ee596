-- Who was invited and did not come, and who never was, can be asked for. What was written before is read from what was done.
alter table kernel.account add column invited_at timestamptz;
alter table kernel.account no force row level security;
alter table kernel.password_link no force row level security;
alter table kernel.event no force row level security;
update kernel.account a set invited_at = e.at
from (
  select tenant_id, subject_id, max(at) as at from kernel.event where type = 'people.person.invite' group by 1, 2
) e
where e.tenant_id = a.tenant_id and e.subject_id = a.id;
update kernel.account a set invited_at = l.created_at
from kernel.password_link l
where l.tenant_id = a.tenant_id and l.account_id = a.id and l.kind = 'invitation' and a.invited_at is null;
alter table kernel.account force row level security;
alter table kernel.password_link force row level security;
alter table kernel.event force row level security;
