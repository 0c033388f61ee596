-- The strategic plan (programme stratégique transversal): when the college presents it to the council,
-- which takes note, and when it is evaluated. From the designation of the échevins; the term that
-- began in 2018 had three months more.
insert into commons.legal_rule
  (key, article, organ_kind, value, valid_from, valid_to, verified, source) values
  ('plan.presentation', 'CDLD L1123-27, § 2', 'council',
    '{"kind": "months_after", "months": 9}', '2018-12-03', '2024-12-02', true,
    'Décret du 19 juillet 2018, M.B. du 28 août 2018'),
  ('plan.presentation', 'CDLD L1123-27, § 2', 'council',
    '{"kind": "months_after", "months": 6}', '2024-12-02', null, true,
    'Décret du 19 juillet 2018, M.B. du 28 août 2018'),
  ('plan.midterm_evaluation', 'CDLD L1123-27, § 2', 'council',
    '{"kind": "term_share", "numerator": 1, "denominator": 2}', '2018-12-03', null, true,
    'Décret du 19 juillet 2018, M.B. du 28 août 2018'),
  ('plan.final_evaluation', 'CDLD L1123-27, § 2', 'council',
    '{"kind": "term_share", "numerator": 1, "denominator": 1}', '2018-12-03', null, true,
    'Décret du 19 juillet 2018, M.B. du 28 août 2018');

-- The CPAS: likely counterparts, none read in the text.
insert into commons.legal_rule
  (key, article, organ_kind, value, valid_from, valid_to, verified, source) values
  ('plan.presentation', 'Loi organique des CPAS, art. 27ter', 'cpas_council',
    '{"kind": "months_after", "months": 9}', '2018-12-03', '2024-12-02', false, 'à vérifier'),
  ('plan.presentation', 'Loi organique des CPAS, art. 27ter', 'cpas_council',
    '{"kind": "months_after", "months": 6}', '2024-12-02', null, false, 'à vérifier'),
  ('plan.midterm_evaluation', 'Loi organique des CPAS, art. 27ter', 'cpas_council',
    '{"kind": "term_share", "numerator": 1, "denominator": 2}', '2018-12-03', null, false,
    'à vérifier'),
  ('plan.final_evaluation', 'Loi organique des CPAS, art. 27ter', 'cpas_council',
    '{"kind": "term_share", "numerator": 1, "denominator": 1}', '2018-12-03', null, false,
    'à vérifier');
