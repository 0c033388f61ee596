export const fr = {
  reader: 'les membres\u00A0: {name}',
  'part.president': 'préside',
  'part.member': 'membre',
  'part.secretary': 'secrétaire, sans voix délibérative',
  seats: 'Sièges dans les organes',
} as const
