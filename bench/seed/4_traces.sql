-- What is known of each dossier besides: its words, its history, the votes.
insert into kernel.search_entry (tenant_id, subject_id, kind, title, reference, changed_at, readers, body, words)
select i.tenant_id, i.id, d.kind, d.title, d.reference, d.changed_at, d.readers,
  regexp_replace(s1.html || s2.html || s3.html || s4.html || s5.html || s6.html, '</?p>', ' ', 'g'),
  t.words || setweight(kernel.words('simple', d.reference), 'A')
  || s1.words || s2.words || s3.words || s4.words || s5.words || s6.words
from bench.item i join commons.dossier d using (tenant_id, id)
join bench.title t on t.n = floor(50000 * bench.chance(seed, 42))
join bench.sentence s1 on s1.n = floor(20000 * bench.chance(seed, 51))
join bench.sentence s2 on s2.n = floor(20000 * bench.chance(seed, 52))
join bench.sentence s3 on s3.n = floor(20000 * bench.chance(seed, 53))
join bench.sentence s4 on s4.n = floor(20000 * bench.chance(seed, 54))
join bench.sentence s5 on s5.n = floor(20000 * bench.chance(seed, 55))
join bench.sentence s6 on s6.n = floor(20000 * bench.chance(seed, 56));

insert into kernel.search_entry (tenant_id, subject_id, kind, title, reference, changed_at, readers, words)
select tenant_id, id, kind, title, reference, changed_at, readers,
  kernel.found_under(title, reference, '')
from commons.dossier where kind = 'deliberations.meeting' and tenant_id in
  (select tenant_id from bench.authority);

insert into kernel.event (tenant_id, id, type, subject_id, actor_id, actor_name, at)
select i.tenant_id, uuidv7(e.happened - now()), 'deliberations.item.' || deed, i.id, author_id,
  'Alix Belaval', e.happened
from bench.item i
cross join lateral (values ('create', changed_at - interval '20 days'),
  (case when decided then 'accept' else 'propose' end, changed_at)) as e (deed, happened);

-- A vote on each fifth decision; of the minutes that are measured, every ballot.
insert into votes.vote (tenant_id, item_id, secret, yes, no, abstain, outcome, article)
select tenant_id, id, privacy = 'secret', 12, 3, 2, 'adopted', 'L1122-26'
from bench.item where state = 'accepted' and (seed % 5 = 0 or seed between 1007000 and 1007999);

insert into sittings.attendance (tenant_id, meeting_id, seat_id, status, part, title, civility, first_name,
  last_name, place)
select m.tenant_id, m.id, s.id,
  (array['present', 'present', 'present', 'excused'])[1 + s.position % 4], s.part, s.title, p.civility,
  p.first_name, p.last_name, s.position
from bench.meeting m join commons.seat s using (tenant_id, organ_id)
join commons.person p on p.tenant_id = s.tenant_id and p.id = s.person_id
where m.number = 1 and m.state in ('decided', 'closed') and m.k < 20;

insert into votes.ballot (tenant_id, vote_id, seat_id, choice)
select i.tenant_id, v.id, s.id, (array['yes', 'yes', 'yes', 'no', 'abstain'])[1 + s.position % 5]
from bench.item i join commons.seat s using (tenant_id, organ_id)
join votes.vote v on (v.tenant_id, v.item_id) = (i.tenant_id, i.id)
where seed between 1007000 and 1007999 and i.state = 'accepted' and s.part <> 'secretary';
