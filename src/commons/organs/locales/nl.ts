import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  reader: 'de leden: {name}',
  'part.president': 'zit voor',
  'part.member': 'lid',
  'part.secretary': 'secretaris, zonder stemrecht',
  seats: 'Zetels in organen',
}
