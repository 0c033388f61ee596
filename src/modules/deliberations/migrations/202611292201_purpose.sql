-- For what a point stands on an agenda: only from a decision and a taking note comes an act.
-- What had no vote was taken note of, but in organs whose votes this house does not count.
-- The owner reads and writes the rows of all authorities here, which forced row-level security forbids.
alter table deliberations.item no force row level security;
alter table commons.organ no force row level security;
alter table commons.dossier no force row level security;
alter table deliberations.item add column purpose text not null default 'decision'
  check (purpose in ('decision', 'takes_note', 'information', 'communication', 'oral_question'));
update deliberations.item i set purpose = 'takes_note' from commons.organ o
where (o.tenant_id, o.id) = (i.tenant_id, i.organ_id) and i.poll_type = 'no_vote'
  and o.kind not in ('police_college', 'general_assembly');
alter table deliberations.item add constraint item_voted
  check (purpose = 'decision' or poll_type = 'no_vote');

-- A CPAS sits closed (organic law, art. 31): what its agents could read of points said to be public, they no longer can.
with closed as (
  update deliberations.item i set privacy = 'secret' from commons.organ o
  where (o.tenant_id, o.id) = (i.tenant_id, i.organ_id) and i.privacy = 'public'
    and o.kind in ('cpas_council', 'permanent_bureau')
  returning i.tenant_id, i.id),
  unread as (
  update commons.dossier d set readers = array_remove(d.readers, 'role:agent') from closed
  where (d.tenant_id, d.id) = (closed.tenant_id, closed.id))
update kernel.search_entry s set readers = array_remove(s.readers, 'role:agent') from closed
where (s.tenant_id, s.subject_id) = (closed.tenant_id, closed.id);
alter table deliberations.item force row level security;
alter table commons.organ force row level security;
alter table commons.dossier force row level security;
