import type { lawFr } from './law.fr.ts'

export const lawNl: Partial<Record<keyof typeof lawFr, string>> = {
  'law.deed.receipt': 'van de ontvangst',
  'law.deed.posting': 'van de aanplakking',
  'law.deed.filing': 'van de indiening',
  'law.deed.making_available': 'van de terbeschikkingstelling',
  'law.deed.publication': 'van de publicatie',
}
