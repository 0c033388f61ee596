import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  no_files: 'Wählen Sie mindestens eine Datei.',
  over: 'Dieser Import ist abgeschlossen oder abgelaufen: Beginnen Sie erneut mit Ihren Dateien.',
  steps: 'Schritte des Imports',
  'step.files': 'Dateien',
  'step.check': 'Prüfung',
  'step.done': 'Import abgeschlossen',
}
