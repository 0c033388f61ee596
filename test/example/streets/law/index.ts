import type { LegalAct } from '#commons/law'

export const streetLaw: readonly LegalAct[] = [
  {
    key: 'streets.decision',
    name: 'streets.law.decision',
    deed: 'streets.law.deed',
    rules: [
      {
        organ: 'college',
        article: 'Décret du 30 avril 2009, art. 17',
        value: { kind: 'days_after', days: 20, moved: 'none' },
        from: '2018-01-01',
        source: 'Décret wallon relatif aux chantiers sous, sur ou au-dessus des voiries',
        verified: false,
        note: 'À lire dans le texte coordonné',
      },
    ],
  },
]
