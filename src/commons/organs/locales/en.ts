import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  reader: 'the members: {name}',
  'part.president': 'presides',
  'part.member': 'member',
  'part.secretary': 'secretary, without a vote',
  seats: 'Seats in organs',
  title: 'Organs',
  name: 'Name',
  acronym: 'Acronym',
  kind: 'Organ as the law knows it',
  seat_count: 'Number of seats',
  profile_help:
    'An organ without a name is not made. The acronym begins the references: CC/2026/12. The number of seats may stay empty.',
  name_taken: 'An organ above has this name already.',
  acronym_taken: 'An organ above has this acronym already.',
}
