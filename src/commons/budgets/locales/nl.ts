import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Budget',
  removed: 'De regel is verwijderd.',
  totals: 'Totalen per bron en jaar',
  total: 'Totaal',
  source: 'Bron',
  year: 'Jaar',
  amount: 'Bedrag',
  comment: 'Opmerking',
  change: 'Wijzigen',
  add: 'Een regel toevoegen',
  added: 'De regel is toegevoegd.',
  remove: 'Deze regel verwijderen',
  below: 'Waarvan {amount} uit wat eronder staat.',
}
