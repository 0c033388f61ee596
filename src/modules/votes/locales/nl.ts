import type { fr } from './fr.ts'

export const nl: Partial<Record<keyof typeof fr, string>> = {
  'vote.bar.yes': '{count, number} voor',
  'vote.bar.no': '{count, number} tegen',
  'vote.bar.abstain': '{count, plural, one {# onthouding} other {# onthoudingen}}',
  'vote.bar.majority': 'meerderheid bij {count, number}',
}
