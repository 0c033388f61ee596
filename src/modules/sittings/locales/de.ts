import type { fr } from './fr.ts'

export const de: Partial<Record<keyof typeof fr, string>> = {
  'vote.bar.yes': '{count, number} dafür',
  'vote.bar.no': '{count, number} dagegen',
  'vote.bar.abstain': '{count, plural, one {# Enthaltung} other {# Enthaltungen}}',
  'vote.bar.majority': 'Mehrheit bei {count, number}',
}
