-- Partners see the plans that are shared already: rights of today, so history and documents of before stay with those who had them.
alter table strategy.plan no force row level security;
alter table strategy.element no force row level security;
alter table commons.dossier no force row level security;
update strategy.element e set viewers = array(select distinct unnest(e.viewers || '{role:plan_partner}') order by 1)
  from strategy.plan p where (p.tenant_id, p.id) = (e.tenant_id, e.plan_id) and p.body = 'shared';
with shared as (
  select p.tenant_id, p.id from strategy.plan p where p.body = 'shared'
  union all
  select e.tenant_id, e.id from strategy.element e
    join strategy.plan p on (p.tenant_id, p.id) = (e.tenant_id, e.plan_id) where p.body = 'shared'),
opened as (
  update commons.dossier d set readers = d.readers || '{role:plan_partner}'
  from shared s where (s.tenant_id, s.id) = (d.tenant_id, d.id) and not 'role:plan_partner' = any (d.readers)
  returning d.tenant_id, d.id, d.readers)
update kernel.search_entry f set readers = o.readers
  from opened o where (o.tenant_id, o.id) = (f.tenant_id, f.subject_id);
alter table strategy.plan force row level security;
alter table strategy.element force row level security;
alter table commons.dossier force row level security;
