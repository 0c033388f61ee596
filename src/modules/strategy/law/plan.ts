import type { LegalAct } from '#commons/law'

const unread = 'À lire dans le texte coordonné'

/**
 * The strategic plan (programme stratégique transversal): when the college presents it to the
 * council, which takes note, and when it is evaluated. The term that began in 2018 had three months
 * more. The CPAS: likely counterparts.
 */
export const planLaw: readonly LegalAct[] = [
  {
    key: 'plan.presentation',
    name: 'strategy.law.presentation',
    deed: 'strategy.law.deed.designation',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'months_after', months: 9 },
        from: '2018-12-03',
        to: '2024-12-02',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
      },
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'months_after', months: 6 },
        from: '2024-12-02',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter',
        value: { kind: 'months_after', months: 9 },
        from: '2018-12-03',
        to: '2024-12-02',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: 'Le délai court de l’installation des conseils, et le conseil adopte (Parlement wallon, questions 115 (2019-2020) et 287 (2021-2022))\u00A0: à lire dans le texte',
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter',
        value: { kind: 'months_after', months: 6 },
        from: '2024-12-02',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: 'Le délai court de l’installation des conseils, et le conseil adopte (Parlement wallon, questions 115 (2019-2020) et 287 (2021-2022))\u00A0: à lire dans le texte',
      },
    ],
  },
  {
    key: 'plan.midterm_evaluation',
    name: 'strategy.law.midterm_evaluation',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'term_share', numerator: 1, denominator: 2 },
        from: '2018-12-03',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter',
        value: { kind: 'term_share', numerator: 1, denominator: 2 },
        from: '2018-12-03',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
  {
    key: 'plan.final_evaluation',
    name: 'strategy.law.final_evaluation',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'term_share', numerator: 1, denominator: 1 },
        from: '2018-12-03',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter',
        value: { kind: 'term_share', numerator: 1, denominator: 1 },
        from: '2018-12-03',
        source: 'Loi du 8 juillet 1976',
        verified: false,
        note: unread,
      },
    ],
  },
]
