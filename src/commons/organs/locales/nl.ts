import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  reader: 'de leden: {name}',
  'part.president': 'zit voor',
  'part.member': 'lid',
  'part.secretary': 'secretaris, zonder stemrecht',
  seats: 'Zetels in organen',
  title: 'Organen',
  name: 'Naam',
  acronym: 'Afkorting',
  kind: 'Orgaan volgens de wet',
  seat_count: 'Aantal zetels',
  profile_help:
    'Een orgaan zonder naam wordt niet gemaakt. De afkorting begint de kenmerken: CC/2026/12. Het aantal zetels mag leeg blijven.',
  name_taken: 'Een orgaan erboven draagt deze naam al.',
  acronym_taken: 'Een orgaan erboven heeft deze afkorting al.',
}
