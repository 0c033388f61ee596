import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  no_files: 'Wählen Sie mindestens eine Datei.',
  over: 'Dieser Import ist abgeschlossen oder abgelaufen: Beginnen Sie erneut mit Ihren Dateien.',
  steps: 'Schritte des Imports',
  'step.files': 'Dateien',
  'step.check': 'Prüfung',
  'step.done': 'Import abgeschlossen',
  held: 'Laufende Importe',
  held_after: 'nach dem Hochladen',
  held_because:
    'Die Zeit zum Prüfen und Abschließen. Gesendete Dateien, die nichts mehr braucht, werden danach in der Nacht gelöscht.',
  held_personal: 'was die gesendeten Dateien über Personen sagen',
  'task.forget_expired': 'Vergessen abgebrochener Importe',
}
