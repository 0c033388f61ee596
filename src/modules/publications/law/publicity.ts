import type { LegalAct } from '#commons/law'

const unread =
  'Numéro d’article à lire dans le texte coordonné (L3221-4 ou L3221-5)\u00A0; en vigueur plus tôt pour les communes plus peuplées'

const fiveClearDays = {
  value: { kind: 'clear_days_before', days: 5 },
  from: '2023-10-01',
  source: 'Décret du 18 mai 2022, M.B. du 15 juillet 2022',
  verified: false,
  note: unread,
  example: { of: '2026-06-25', gives: '2026-06-19' },
} as const

/** By when the projects of decisions of public points stand on the site (publicité active). */
export const publicityLaw: readonly LegalAct[] = [
  {
    key: 'publicity.projects',
    name: 'publications.law.projects',
    deed: 'publications.law.projects.deed',
    rules: [
      { organ: 'council', article: 'CDLD L3221-4', ...fiveClearDays },
      { organ: 'provincial_council', article: 'CDLD L3221-4', ...fiveClearDays },
    ],
  },
]
