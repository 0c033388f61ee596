-- Legal time and legal majorities: what the law says, as dated rows that the engines read.
-- A decree is a new row (and a valid_to on the old one), so that old files keep their old law.

create schema if not exists commons;

-- No tenant_id and no row-level security: the law is the same for every authority.
create table commons.legal_rule (
  id          bigint generated always as identity primary key,
  key         text not null,
  article     text not null,
  organ_kind  text,             -- null: for every organ that has no row of its own
  value       jsonb not null,   -- its shapes: ruleValue in src/commons/clock/rules.ts
  valid_from  date not null,
  valid_to    date,             -- the first day on which the rule no longer holds
  verified    boolean not null default false,
  source      text not null,
  unique nulls not distinct (key, organ_kind, valid_from),
  check (valid_to > valid_from),
  check (value ->> 'kind' is not null)
);

grant usage on schema commons to beffroi_app;
grant select on commons.legal_rule to beffroi_app;

-- verified: the rule was read in a source that can be cited. The others are to be checked against
-- the consolidated text. Where the entry into force was not read, a row starts on 1 January 2005:
-- nothing older is computed.

-- The municipal council (conseil communal) before its meeting: convocation, agenda, drafts, minutes.
insert into commons.legal_rule (key, article, organ_kind, value, valid_from, verified, source) values
  ('council.convocation', 'CDLD L1122-13, § 1er', 'council',
    '{"kind": "clear_days_before", "days": 7}', '2005-01-01', true,
    'CDLD ; Parlement wallon, question 115 (2007-2008)'),
  ('council.reconvocation', 'CDLD L1122-13, § 1er, et L1122-17, al. 3', 'council',
    '{"kind": "clear_days_before", "days": 2}', '2005-01-01', true,
    'CDLD : deuxième et troisième convocations'),
  ('council.agenda_posting', 'CDLD L1122-14', 'council',
    '{"kind": "clear_days_before", "days": 7}', '2005-01-01', false,
    'CDLD : mêmes délais que la convocation, à vérifier'),
  ('council.councillor_point', 'CDLD L1122-24', 'council',
    '{"kind": "clear_days_before", "days": 5}', '2005-01-01', true, 'CDLD'),
  ('council.minutes_available', 'CDLD L1122-16', 'council',
    '{"kind": "clear_days_before", "days": 7}', '2005-01-01', true, 'CDLD'),
  ('council.minutes_available_reconvocation', 'CDLD L1122-16 et L1122-17, al. 3', 'council',
    '{"kind": "clear_days_before", "days": 2}', '2005-01-01', true, 'CDLD'),
  -- From the day on which it binds every municipality; the larger ones came in steps from
  -- 1 September 2022. Sources number the article L3221-4 or L3221-5.
  ('council.public_drafts', 'Décret du 18 mai 2022', 'council',
    '{"kind": "clear_days_before", "days": 5}', '2023-10-01', true,
    'M.B. du 15 juillet 2022 ; Parlement wallon, question 67 (2023-2024)'),
  ('council.urgency', 'CDLD L1122-24', 'council',
    '{"kind": "share_of_present", "numerator": 2, "denominator": 3}', '2005-01-01', true, 'CDLD');

-- How the council and the college (collège communal) decide.
insert into commons.legal_rule (key, article, organ_kind, value, valid_from, verified, source) values
  ('vote.quorum', 'CDLD L1122-17', 'council',
    '{"kind": "quorum", "of": "in_office", "share": "majority", "waivedFrom": 3}',
    '2005-01-01', false, 'CDLD, à vérifier'),
  ('vote.majority', 'CDLD L1122-26', 'council',
    '{"kind": "majority", "base": "expressed", "tie": "rejected"}',
    '2005-01-01', false, 'CDLD, à vérifier'),
  ('vote.aloud_on_request', 'CDLD L1122-27', 'council',
    '{"kind": "share_of_present", "numerator": 1, "denominator": 3}', '2005-01-01', true, 'CDLD'),
  ('vote.secret', 'CDLD L1122-27', 'council',
    '{"kind": "secret_ballot", "matters": ["candidate_presentation", "appointment",
      "availability", "preventive_suspension", "discipline"]}', '2005-01-01', true, 'CDLD'),
  ('vote.closed_session', 'CDLD L1122-20', 'council',
    '{"kind": "share_of_present", "numerator": 2, "denominator": 3}',
    '2005-01-01', false, 'CDLD, à vérifier'),
  ('vote.quorum', 'CDLD L1123-20', 'college',
    '{"kind": "quorum", "of": "in_office", "share": "majority", "waivedFrom": null}',
    '2005-01-01', false, 'CDLD, à vérifier'),
  ('vote.majority', 'CDLD L1123-22', 'college',
    '{"kind": "majority", "base": "expressed", "tie": "postponed"}',
    '2005-01-01', false, 'CDLD, à vérifier'),
  -- When the college declared the matter urgent beforehand.
  ('vote.majority_urgent', 'CDLD L1123-22', 'college',
    '{"kind": "majority", "base": "expressed", "tie": "president"}',
    '2005-01-01', false, 'CDLD, à vérifier');

-- Regulations bind from the 5th day after their publication: by poster and register, then on-line.
insert into commons.legal_rule
  (key, article, organ_kind, value, valid_from, valid_to, verified, source) values
  ('publication.binding', 'CDLD L1133-2', 'council',
    '{"kind": "days_after", "days": 5, "moved": "none"}', '2005-01-01', '2025-07-01', true,
    'CDLD ; affichage et registre des publications'),
  ('publication.binding', 'CDLD L1133-2', 'council',
    '{"kind": "days_after", "days": 5, "moved": "none"}', '2025-07-01', null, true,
    'Décret du 28 mars 2024, art. 34 et 35 ; décret du 5 septembre 2024 ; publication en ligne'),
  ('publication.binding', 'CDLD L1133-2', 'college',
    '{"kind": "days_after", "days": 5, "moved": "none"}', '2005-01-01', '2025-07-01', true,
    'CDLD ; affichage et registre des publications'),
  ('publication.binding', 'CDLD L1133-2', 'college',
    '{"kind": "days_after", "days": 5, "moved": "none"}', '2025-07-01', null, true,
    'Décret du 28 mars 2024, art. 34 et 35 ; décret du 5 septembre 2024 ; publication en ligne');

-- Legal supervision (tutelle), without summer suspension since 1 February 2019; the way days are
-- counted (L3113-1 and -2) was read, the lengths were not. Extended: by half of the delay.
insert into commons.legal_rule (key, article, organ_kind, value, valid_from, verified, source) values
  ('supervision.sending', 'CDLD L3122-2', null,
    '{"kind": "days_after", "days": 15, "moved": "next_working_day"}',
    '2019-02-01', false, 'CDLD, à vérifier'),
  ('supervision.annulment', 'CDLD L3122-1', null,
    '{"kind": "days_after", "days": 30, "moved": "next_working_day"}',
    '2019-02-01', false, 'CDLD, à vérifier'),
  ('supervision.annulment_extended', 'CDLD L3122-1', null,
    '{"kind": "days_after", "days": 45, "moved": "next_working_day"}',
    '2019-02-01', false, 'CDLD, à vérifier'),
  ('supervision.approval', 'CDLD L3132-1', null,
    '{"kind": "days_after", "days": 30, "moved": "next_working_day"}',
    '2019-02-01', false, 'CDLD, à vérifier'),
  ('supervision.approval_extended', 'CDLD L3132-1', null,
    '{"kind": "days_after", "days": 45, "moved": "next_working_day"}',
    '2019-02-01', false, 'CDLD, à vérifier');

-- The financial director's advice (avis de légalité), from the complete file.
insert into commons.legal_rule (key, article, organ_kind, value, valid_from, verified, source) values
  ('finance_advice.normal', 'CDLD L1124-40', 'council',
    '{"kind": "working_days_after", "days": 10}', '2005-01-01', true, 'CDLD'),
  ('finance_advice.extended', 'CDLD L1124-40', 'council',
    '{"kind": "working_days_after", "days": 20}', '2005-01-01', true, 'CDLD'),
  ('finance_advice.urgent', 'CDLD L1124-40', 'council',
    '{"kind": "working_days_after", "days": 5}', '2005-01-01', true, 'CDLD'),
  ('finance_advice.normal', 'CDLD L1124-40', 'college',
    '{"kind": "working_days_after", "days": 10}', '2005-01-01', true, 'CDLD'),
  ('finance_advice.extended', 'CDLD L1124-40', 'college',
    '{"kind": "working_days_after", "days": 20}', '2005-01-01', true, 'CDLD'),
  ('finance_advice.urgent', 'CDLD L1124-40', 'college',
    '{"kind": "working_days_after", "days": 5}', '2005-01-01', true, 'CDLD');

-- The public centre for social welfare (CPAS): likely counterparts, none read in the text.
insert into commons.legal_rule (key, article, organ_kind, value, valid_from, verified, source) values
  ('council.convocation', 'Loi organique des CPAS, art. 30', 'cpas_council',
    '{"kind": "clear_days_before", "days": 5}', '2005-01-01', false,
    'Loi du 8 juillet 1976, à vérifier'),
  ('council.urgency', 'Loi organique des CPAS, art. 30', 'cpas_council',
    '{"kind": "share_of_present", "numerator": 2, "denominator": 3}', '2005-01-01', false,
    'Loi du 8 juillet 1976, à vérifier'),
  ('vote.quorum', 'Loi organique des CPAS, art. 32', 'cpas_council',
    '{"kind": "quorum", "of": "in_office", "share": "majority", "waivedFrom": 2}',
    '2005-01-01', false, 'Loi du 8 juillet 1976, à vérifier'),
  ('vote.majority', 'Loi organique des CPAS, art. 33', 'cpas_council',
    '{"kind": "majority", "base": "expressed", "tie": "rejected"}', '2005-01-01', false,
    'Loi du 8 juillet 1976, à vérifier'),
  ('vote.secret', 'Loi organique des CPAS, art. 33', 'cpas_council',
    '{"kind": "secret_ballot", "matters": ["candidate_presentation", "appointment",
      "availability", "preventive_suspension", "discipline"]}', '2005-01-01', false,
    'Loi du 8 juillet 1976, à vérifier'),
  ('vote.quorum', 'Loi organique des CPAS, art. 27', 'permanent_bureau',
    '{"kind": "quorum", "of": "in_office", "share": "majority", "waivedFrom": null}',
    '2005-01-01', false, 'Loi du 8 juillet 1976, à vérifier'),
  ('vote.majority', 'Loi organique des CPAS, art. 27', 'permanent_bureau',
    '{"kind": "majority", "base": "expressed", "tie": "rejected"}', '2005-01-01', false,
    'Loi du 8 juillet 1976, à vérifier');
