import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  reader: 'die Mitglieder: {name}',
  'part.president': 'führt den Vorsitz',
  'part.member': 'Mitglied',
  'part.secretary': 'Sekretär, ohne beschließende Stimme',
  seats: 'Sitze in Organen',
}
