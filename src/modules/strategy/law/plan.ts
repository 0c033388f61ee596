import type { LegalAct } from '#commons/law'

const adoptionSource =
  'Loi du 8 juillet 1976\u00A0; Parlement wallon, questions 115 (2019-2020) et 287 (2021-2022)'
const adoptionNote =
  'Que le délai coure de l’installation du conseil est lu\u00A0; sa durée est à lire dans le texte coordonné'

/**
 * The strategic plan (programme stratégique transversal): when the college presents it to the
 * council, which takes note, or when the council of the CPAS adopts it. The
 * term that began in 2018 had three months more. Rules hold by the day of the designation or installation.
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
        example: { of: '2018-12-03', gives: '2019-09-03' },
      },
      {
        organ: 'council',
        article: 'CDLD L1123-27, § 2',
        value: { kind: 'months_after', months: 6 },
        from: '2024-12-02',
        source: 'Décret du 19 juillet 2018, M.B. du 28 août 2018',
        verified: true,
        example: { of: '2024-12-02', gives: '2025-06-02' },
      },
    ],
  },
  {
    key: 'plan.adoption',
    name: 'strategy.law.adoption',
    deed: 'strategy.law.deed.installation',
    rules: [
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter, § 2',
        value: { kind: 'months_after', months: 9 },
        from: '2018-12-03',
        to: '2024-12-02',
        source: adoptionSource,
        verified: false,
        note: adoptionNote,
        example: { of: '2018-12-03', gives: '2019-09-03' },
      },
      {
        organ: 'cpas_council',
        article: 'Loi organique des CPAS, art. 27ter, § 2',
        value: { kind: 'months_after', months: 6 },
        from: '2024-12-02',
        source: adoptionSource,
        verified: false,
        note: adoptionNote,
        example: { of: '2024-12-02', gives: '2025-06-02' },
      },
    ],
  },
]
