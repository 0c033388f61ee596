export const fr = {
  title: 'À traiter',
  lead: '{count, plural, =0 {Rien ne vous attend.} one {# dossier vous attend.} other {# dossiers vous attendent.}}',
  empty: 'Rien ne vous attend. Les dossiers qui ont besoin de vous apparaîtront ici.',
  next: 'à faire\u00A0: {verb}',
  since: 'depuis le {date}',
  due_card: 'Avec une échéance',
  other_card: 'Sans échéance',
  'group.decide': 'Décider',
  'group.citizens': 'Citoyens',
  'group.territory': 'Territoire',
  'group.steer': 'Piloter',
} as const
