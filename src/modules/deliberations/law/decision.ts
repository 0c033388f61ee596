import type { LegalAct } from '#commons/law'

/** The advice of the financial director (avis de légalité). */
const sinceFinance =
  'Article créé par le décret du 18 avril 2013\u00A0: rien avant. L’entrée en vigueur (dixième jour après la publication, sauf disposition du décret), la date des délais et le calendrier des jours ouvrables ne sont pas lus'

const sinceThreshold =
  'Le texte lu dit 22 000\u00A0€ hors TVA\u00A0; des configurations en usage disent 30 000\u00A0€\u00A0: à lire dans le texte coordonné, avec la date du changement'

/** Around a decision: the advice before it, and its publication. */
export const decisionLaw: readonly LegalAct[] = [
  {
    key: 'finance_advice.threshold',
    name: 'deliberations.law.finance_threshold',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1124-40, § 1er, 3°',
        value: { kind: 'amount', cents: 2_200_000 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceThreshold,
      },
      {
        organ: 'college',
        article: 'CDLD L1124-40, § 1er, 3°',
        value: { kind: 'amount', cents: 2_200_000 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceThreshold,
      },
    ],
  },
  {
    key: 'finance_advice.normal',
    name: 'deliberations.law.finance_advice',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1124-40',
        value: { kind: 'working_days_after', days: 10 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceFinance,
        example: { of: '2026-04-01', gives: '2026-04-16' },
      },
      {
        organ: 'college',
        article: 'CDLD L1124-40',
        value: { kind: 'working_days_after', days: 10 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceFinance,
        example: { of: '2026-04-01', gives: '2026-04-16' },
      },
    ],
  },
  {
    key: 'finance_advice.extended',
    name: 'deliberations.law.finance_advice_extended',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1124-40',
        value: { kind: 'working_days_after', days: 20 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceFinance,
        example: { of: '2026-04-01', gives: '2026-04-30' },
      },
      {
        organ: 'college',
        article: 'CDLD L1124-40',
        value: { kind: 'working_days_after', days: 20 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceFinance,
        example: { of: '2026-04-01', gives: '2026-04-30' },
      },
    ],
  },
  {
    key: 'finance_advice.urgent',
    name: 'deliberations.law.finance_advice_urgent',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1124-40',
        value: { kind: 'working_days_after', days: 5 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceFinance,
        example: { of: '2026-04-01', gives: '2026-04-09' },
      },
      {
        organ: 'college',
        article: 'CDLD L1124-40',
        value: { kind: 'working_days_after', days: 5 },
        from: '2013-09-01',
        source:
          'CDLD\u00A0; décret du 18 avril 2013, M.B. du 22 août 2013\u00A0; Parlement wallon, question 30 (2013-2014)',
        verified: false,
        note: sinceFinance,
        example: { of: '2026-04-01', gives: '2026-04-09' },
      },
    ],
  },
  {
    key: 'publication.binding',
    name: 'deliberations.law.binding',
    deed: 'deliberations.law.deed.publication',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2005-01-01',
        to: '2025-07-01',
        source: 'CDLD\u00A0; affichage et registre des publications',
        verified: true,
        example: { of: '2024-04-03', gives: '2024-04-08' },
      },
      {
        organ: 'council',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2025-07-01',
        source:
          'Décret du 28 mars 2024, art. 34 et 35\u00A0; décret du 5 septembre 2024\u00A0; publication en ligne',
        verified: true,
        example: { of: '2026-04-01', gives: '2026-04-06' },
      },
      {
        organ: 'college',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2005-01-01',
        to: '2025-07-01',
        source: 'CDLD\u00A0; affichage et registre des publications',
        verified: true,
        example: { of: '2024-04-03', gives: '2024-04-08' },
      },
      {
        organ: 'college',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2025-07-01',
        source:
          'Décret du 28 mars 2024, art. 34 et 35\u00A0; décret du 5 septembre 2024\u00A0; publication en ligne',
        verified: true,
        example: { of: '2026-04-01', gives: '2026-04-06' },
      },
    ],
  },
]
