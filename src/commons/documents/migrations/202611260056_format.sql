-- A report is made as PDF/A, and for those who work on it as DOCX or ODS.
alter table commons.document
  add column format text not null default 'pdf' check (format in ('pdf', 'docx', 'ods'));
