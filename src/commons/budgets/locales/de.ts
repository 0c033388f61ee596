import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Haushaltsmittel',
  removed: 'Die Zeile ist entfernt.',
  totals: 'Summen nach Quelle und Jahr',
  total: 'Summe',
  source: 'Quelle',
  year: 'Jahr',
  amount: 'Betrag',
  comment: 'Bemerkung',
  change: 'Ändern',
  add: 'Eine Zeile hinzufügen',
  added: 'Die Zeile ist hinzugefügt.',
  remove: 'Diese Zeile entfernen',
  below: 'Davon {amount} aus dem, was darunter steht.',
}
