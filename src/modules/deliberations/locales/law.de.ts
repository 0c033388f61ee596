import type { lawFr } from './law.fr.ts'

export const lawDe: Partial<Record<keyof typeof lawFr, string>> = {
  'law.deed.receipt': 'des Empfangs',
  'law.deed.posting': 'des Aushangs',
  'law.deed.filing': 'der Einreichung',
  'law.deed.making_available': 'der Bereitstellung',
  'law.deed.publication': 'der Veröffentlichung',
}
