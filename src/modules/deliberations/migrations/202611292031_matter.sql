-- What a point is by its nature, where the law has it voted in secret (CDLD L1122-27).
alter table deliberations.item add column matter text not null default 'other' check (matter in
  ('other', 'candidate_presentation', 'appointment', 'availability', 'preventive_suspension', 'discipline'));
