import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'sign_in.title': 'Anmelden',
  'sign_in.lead': 'Bereich für Bedienstete und Mandatare · {authority}',
  'sign_in.login': 'Benutzername',
  'sign_in.password': 'Passwort',
  'sign_in.submit': 'Anmelden',
  'sign_in.refused': 'Benutzername oder Passwort ist falsch.',
  'sign_in.too_many':
    'Zu viele Versuche: Versuchen Sie es in {minutes, number} Minuten erneut oder bitten Sie Ihren Administrator um Hilfe.',
  'sign_out.done': 'Sie sind abgemeldet.',
}
