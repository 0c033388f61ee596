import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Anlagen',
  add: 'Dateien hinzufügen',
  added:
    '{count, plural, =0 {Es wurde keine Datei gewählt.} one {Die Datei ist hinzugefügt.} other {# Dateien sind hinzugefügt.}}',
  removed: 'Die Anlage ist entfernt.',
  remove: 'Entfernen',
  help: 'PDF, Bilder, Dokumente. Höchstens 64\u00A0MB pro Sendung.',
  none: 'Keine Anlage.',
  not_editable: 'In diesem Status können Sie die Anlagen nicht ändern.',
  held_because:
    'Sie sind Teil der Akte; eine entfernte Anlage wird nicht mehr gezeigt und bleibt aufbewahrt.',
  held_personal: 'was ihre Dateien über Personen sagen',
}
