import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  reader: 'the members: {name}',
  'part.president': 'presides',
  'part.member': 'member',
  'part.secretary': 'secretary, without a vote',
  seats: 'Seats in organs',
}
