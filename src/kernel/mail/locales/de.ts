import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  no_address: 'Geben Sie eine vollständige E-Mail-Adresse an, wie „vorname.name@gemeinde.be“.',
  too_long: 'Diese Nachricht ist zu lang für eine E-Mail.',
  refused: 'Der Mailserver hat die Nachricht abgelehnt: {said}',
  given_up: 'Der Mailserver hat die Nachricht fünf Tage lang nicht angenommen: {said}',
  put_off: 'Der Mailserver bittet um einen späteren Versuch.',
  unreachable: 'Der Mailserver antwortet nicht.',
  not_let_in: 'Der Mailserver lässt die Plattform nicht zu.',
  'task.deliver': 'Versand einer E-Mail',
  returned: 'Die Nachricht kam zurück: „{said}“.',
}
