-- What two earlier files were to write of notes that stood before them and did not: forced row-level security hid these from the owner.
alter table preparation.explanation no force row level security;
alter table preparation.explanation_version no force row level security;
update preparation.explanation set plain = replace(replace(replace(
  regexp_replace(words, '<[^>]*>', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&')
where plain = '';
insert into preparation.explanation_version (tenant_id, item_id, words, by_name, at)
  select e.tenant_id, e.item_id, e.words, e.by_name, e.at from preparation.explanation e
  where not exists (select from preparation.explanation_version v where v.tenant_id = e.tenant_id and v.item_id = e.item_id);
update kernel.search_entry set stale = true where subject_id in (select item_id from preparation.explanation);
alter table preparation.explanation_version force row level security;
alter table preparation.explanation force row level security;
