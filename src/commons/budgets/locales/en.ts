import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Budget',
  removed: 'The line is removed.',
  totals: 'Totals by source and year',
  total: 'Total',
  source: 'Source',
  year: 'Year',
  amount: 'Amount',
  comment: 'Remark',
  change: 'Change',
  add: 'Add a line',
  added: 'The line is added.',
  remove: 'Remove this line',
  below: 'Of which {amount} from what is below.',
}
