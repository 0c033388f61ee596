-- The words of an explanatory note as they are found with their point, without their markup: search reads them where they stand.
alter table preparation.explanation add column plain text not null default '';
update preparation.explanation set plain = replace(replace(replace(
  regexp_replace(words, '<[^>]*>', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&');
alter table preparation.explanation alter column plain drop default;
