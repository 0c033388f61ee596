import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Anlagen',
  add: 'Dateien hinzufügen',
  remove: 'Entfernen',
  help: 'PDF, Bilder, Dokumente. Höchstens 64\u00A0MB pro Sendung.',
  none: 'Keine Anlage.',
  not_editable: 'In diesem Status können Sie die Anlagen nicht ändern.',
}
