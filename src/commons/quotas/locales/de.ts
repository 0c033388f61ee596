import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Nutzung',
  settles: 'Was die Verwaltung von dem nutzt, was der Betreiber der Plattform ihr gewährt.',
  lead: 'Was Ihre Behörde von dem nutzt, was der Betreiber ihr gewährt. Für mehr fragen Sie ihn.',
  used: 'Jetzt genutzt',
  requests: 'Anfragen pro Minute',
  files: 'Platz für Dateien',
  jobs: 'Wartende Arbeiten',
  mails: 'Heute geschriebene Nachrichten',
  people: 'Konten',
  of: '{used} von {most}',
  without_end: '{used}, ohne Grenze',
  is_near: '{what}: mehr als 80\u00A0% sind genutzt.',
  is_full: '{what}: Alles ist genutzt; was mehr braucht, wird abgelehnt.',
  'task.look': 'Nutzung ansehen',
  'permission.read': 'Sehen, was die Behörde nutzt',
  'use.done.near': 'nähert sich der Grenze',
}
