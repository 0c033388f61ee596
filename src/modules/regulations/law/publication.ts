import type { LegalAct } from '#commons/law'

/**
 * When what is published binds (force obligatoire), unless the text itself says another day. Until 30 June 2025 it was posted on paper
 * and entered in a register; since then the site takes their place.
 */
export const publicationLaw: readonly LegalAct[] = [
  {
    key: 'regulations.in_force',
    name: 'regulations.law.in_force',
    deed: 'regulations.law.in_force.deed',
    rules: [
      {
        organ: 'council',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2004-08-22',
        to: '2025-07-01',
        source:
          'CDLD\u00A0; forme du registre des publications\u00A0: arrêté royal du 14 octobre 1991',
        verified: false,
        note: 'Publication par affiche et inscription au registre des publications\u00A0; paragraphe et date de départ à lire dans le texte coordonné',
        example: { of: '2020-06-01', gives: '2020-06-06' },
      },
      {
        organ: 'council',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2025-07-01',
        source: 'Décret du 28 mars 2024, art. 34 et 35, reporté par le décret du 5 septembre 2024',
        verified: false,
        note: 'Mise en ligne du texte intégral, gratuite, permanente, datée avec certitude\u00A0; paragraphe à lire dans le texte coordonné',
        example: { of: '2026-06-01', gives: '2026-06-06' },
      },
      {
        organ: 'college',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2004-08-22',
        to: '2025-07-01',
        source:
          'CDLD\u00A0; forme du registre des publications\u00A0: arrêté royal du 14 octobre 1991',
        verified: false,
        note: 'Publication par affiche et inscription au registre des publications\u00A0; paragraphe et date de départ à lire dans le texte coordonné',
        example: { of: '2020-06-01', gives: '2020-06-06' },
      },
      {
        organ: 'college',
        article: 'CDLD L1133-2',
        value: { kind: 'days_after', days: 5, moved: 'none' },
        from: '2025-07-01',
        source: 'Décret du 28 mars 2024, art. 34 et 35, reporté par le décret du 5 septembre 2024',
        verified: false,
        note: 'Mise en ligne du texte intégral, gratuite, permanente, datée avec certitude\u00A0; paragraphe à lire dans le texte coordonné',
        example: { of: '2026-06-01', gives: '2026-06-06' },
      },
      {
        organ: 'provincial_council',
        article: 'CDLD L2213-3',
        value: { kind: 'days_after', days: 8, moved: 'none' },
        from: '2004-08-22',
        source: 'CDLD',
        verified: false,
        note: 'Huitième jour après la publication, repris de l’ancienne loi provinciale (art. 118)\u00A0: à lire dans le texte coordonné, avec ce que le décret du 28 mars 2024 y change',
        example: { of: '2026-06-01', gives: '2026-06-09' },
      },
      {
        organ: 'provincial_college',
        article: 'CDLD L2213-3',
        value: { kind: 'days_after', days: 8, moved: 'none' },
        from: '2004-08-22',
        source: 'CDLD',
        verified: false,
        note: 'Huitième jour après la publication, repris de l’ancienne loi provinciale (art. 118)\u00A0: à lire dans le texte coordonné, avec ce que le décret du 28 mars 2024 y change',
        example: { of: '2026-06-01', gives: '2026-06-09' },
      },
    ],
  },
]
