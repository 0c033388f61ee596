import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Einstellungen',
  lead: 'Was Ihre Verwaltung für sich selbst entscheidet.',
  none: 'Kein Fachbereich Ihrer Verwaltung hat eine Einstellung.',
  save: 'Speichern',
  saved: 'Die Einstellungen sind gespeichert.',
  initial: 'Standard: {value}.',
  nothing: 'nichts',
  decided: 'Entschieden von {name}, {when}.',
  past: 'Frühere Entscheidungen',
  changed: 'hat entschieden, „{what}“: {value}',
  overtaken:
    '{name} hat diese Einstellungen inzwischen geändert: Prüfen Sie das Folgende, bevor Sie erneut speichern.',
  'permission.decide': 'Über Einstellungen entscheiden',
}
