import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  financial_director: 'financial director',
  'financial_director.sees': 'the financial director',
  'financial_director.does': 'the financial director',
  points: 'Items of deliberations',
  above_threshold: 'the financial effect is above the threshold of the law (L1124-40)',
  finance_delay: 'Advice of the financial director (L1124-40)',
  'applies.normal': 'the last day of the advice of the financial director on an item',
  'applies.urgent': 'the last day of that advice in urgency',
  'applies.extended': 'the last day of that advice when prolonged',
  'applies.threshold': 'the amount above which an item waits for that advice',
}
