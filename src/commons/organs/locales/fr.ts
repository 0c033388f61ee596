export const fr = {
  reader: 'les membres\u00A0: {name}',
  'part.president': 'préside',
  'part.member': 'membre',
  'part.secretary': 'secrétaire, sans voix délibérative',
  seats: 'Sièges dans les organes',
  title: 'Organes',
  name: 'Nom',
  acronym: 'Sigle',
  kind: 'Organe au sens de la loi',
  seat_count: 'Nombre de sièges',
  profile_help:
    'Un organe sans nom n’est pas créé. Le sigle commence les références\u00A0: CC/2026/12. Le nombre de sièges peut rester vide.',
  name_taken: 'Un organe au-dessus porte déjà ce nom.',
  acronym_taken: 'Un organe au-dessus a déjà ce sigle.',
} as const
