/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Conservation',
  lead: 'Ce que votre administration détient ici, combien de temps et pourquoi\u00A0: la matière de votre registre des traitements (RGPD, art. 30).',
  what: 'Quoi',
  keep: 'Combien de temps',
  because: 'Pourquoi',
  personal: 'Données sur des personnes',
  unverified: 'à vérifier',
  always: 'sans limite',
  with_dossier: 'autant que leur dossier',
  after: '{period} {what}',
  years: '{count, plural, one {# an} other {# ans}}',
  months: '{count, plural, other {# mois}}',
  days: '{count, plural, one {# jour} other {# jours}}',
} as const
