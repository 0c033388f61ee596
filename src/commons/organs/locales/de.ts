import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  reader: 'die Mitglieder: {name}',
  'part.president': 'führt den Vorsitz',
  'part.member': 'Mitglied',
  'part.secretary': 'Sekretär, ohne beschließende Stimme',
  seats: 'Sitze in Organen',
  title: 'Organe',
  name: 'Name',
  acronym: 'Kürzel',
  kind: 'Organ im Sinne des Gesetzes',
  seat_count: 'Anzahl der Sitze',
  profile_help:
    'Ein Organ ohne Namen wird nicht angelegt. Das Kürzel steht am Anfang der Aktenzeichen: CC/2026/12. Die Anzahl der Sitze darf leer bleiben.',
  name_taken: 'Ein Organ darüber trägt diesen Namen schon.',
  acronym_taken: 'Ein Organ darüber hat dieses Kürzel schon.',
}
