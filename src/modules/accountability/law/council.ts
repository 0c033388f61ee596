import type { LegalAct } from '#commons/law'

const unread = 'À lire dans le texte coordonné'

/** What a council does with a strategic plan, and when the plan is evaluated. */
export const councilLaw: readonly LegalAct[] = [
  {
    key: 'plan.council_act',
    name: 'accountability.law.council_act',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: {
          kind: 'council_act',
          act: 'takes_note',
          presentedBy: 'college',
          cited:
            'le Code de la démocratie locale et de la décentralisation, notamment l’article L1123-27, §\u00A02',
          publication: 'l’article L1133-1 du Code',
        },
        from: '2018-12-03',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter, § 2',
        value: {
          kind: 'council_act',
          act: 'adopts',
          presentedBy: null,
          cited:
            'la loi organique du 8 juillet 1976 des centres publics d’action sociale, notamment l’article 27ter, §\u00A02',
          publication: null,
        },
        from: '2018-12-03',
        source: 'Loi du 8 juillet 1976\u00A0; Parlement wallon, question 287 (2021-2022)',
        verified: true,
        note: 'Qui présente le plan et comment il est publié n’est pas lu',
      },
    ],
  },
  {
    key: 'plan.midterm_evaluation',
    name: 'accountability.law.midterm_evaluation',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'term_share', numerator: 1, denominator: 2 },
        from: '2018-12-03',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
        example: { first: '2024-12-02', last: '2030-12-01', gives: '2027-12-02' },
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter',
        value: { kind: 'term_share', numerator: 1, denominator: 2 },
        from: '2018-12-03',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
        example: { first: '2024-12-02', last: '2030-12-01', gives: '2027-12-02' },
      },
    ],
  },
  {
    key: 'plan.final_evaluation',
    name: 'accountability.law.final_evaluation',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'term_share', numerator: 1, denominator: 1 },
        from: '2018-12-03',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
        example: { first: '2024-12-02', last: '2030-12-01', gives: '2030-12-01' },
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter',
        value: { kind: 'term_share', numerator: 1, denominator: 1 },
        from: '2018-12-03',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
        example: { first: '2024-12-02', last: '2030-12-01', gives: '2030-12-01' },
      },
    ],
  },
]
