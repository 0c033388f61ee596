import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Benachrichtigungen',
  lead: '{count, plural, =0 {Nichts Neues.} one {# neue} other {# neue}}',
  new_count: 'neue',
  kept_after: 'nach dem Ereignis',
  kept_because: 'Eine Erinnerung: Die Geschichte der Akte bewahrt den Vorgang.',
  none: 'Ihnen wurde noch nichts gemeldet. Was andere an Ihren Akten tun, wird hier stehen.',
  by: '{who} {deed}',
  because: '{who} {deed}: „{why}“',
  marked: 'Als gelesen markiert.',
  seen: 'Als gelesen markieren',
  seen_all: 'Alle als gelesen markieren',
  new: 'Neu',
  before: 'Gelesen',
  wishes: 'Wählen, was mir gemeldet wird',
  wishes_lead: 'Was auf Sie wartet, bleibt immer unter „Zu bearbeiten“.',
  wishes_none: 'Kein Fachbereich Ihrer Verwaltung meldet etwas.',
  somebody: '… {deed}',
  save: 'Speichern',
  saved: 'Ihre Wahl ist gespeichert.',
}
