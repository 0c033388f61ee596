/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  name: 'Décisions publiques',
  below: 'Autorités locales',
  title: 'Ce que décident vos élus',
  lead: 'Le texte, le vote et les annexes de {decisions, plural, one {# décision} other {# décisions}} de {count, plural, one {# autorité} other {# autorités}}, depuis {since}.',
  none: 'Aucune autorité n’a encore publié.',
  all: 'Tout voir',
  authorities: 'Autorités',
  'authorities.lead':
    '{count, plural, =0 {Aucune n’a encore publié.} one {# autorité publie ici ses décisions.} other {# autorités publient ici leurs décisions.}}',
  'kinds.municipality': 'Communes et villes',
  'kinds.cpas': 'CPAS',
  'kinds.province': 'Provinces',
  'kinds.other': 'Autres autorités',
  to_come: 'Prochaines séances',
  latest: 'Ce qui vient d’être décidé',
  about: 'D’où viennent ces textes',
  'about.each':
    'Chaque autorité publie elle-même ses projets et ses décisions. Ce qui est publié ne change pas\u00A0: une correction est une nouvelle copie, et l’ancienne reste lisible.',
  'about.masked':
    'Les noms des personnes privées sont masqués avant la publication\u00A0; une bande noire dit où.',
  'about.not_here':
    'Une autorité qui n’est pas dans la liste n’a rien publié ici\u00A0: voyez son propre site.',
} as const
