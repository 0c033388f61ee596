import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Annexes',
  add: 'Add files',
  remove: 'Withdraw',
  none: 'No annex.',
}
