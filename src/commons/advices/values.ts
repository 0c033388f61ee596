/** What an advice may say (sens de l’avis). */
export const values = [
  'positive',
  'positive_with_comments',
  'positive_with_remarks',
  'positive_after_modification',
  'cautious',
  'negative',
  'negative_with_remarks',
  'back_to_service',
  'nil',
  'read',
] as const
export type AdviceValue = (typeof values)[number]

/** Those with which a dossier that needs a favourable advice goes on. */
const favourable: ReadonlySet<string> = new Set([
  'positive',
  'positive_with_comments',
  'positive_with_remarks',
  'positive_after_modification',
] satisfies AdviceValue[])
export const isFavourable = (value: string | null): boolean => favourable.has(value ?? '')

/** Those that say enough by themselves: all others are reasoned. */
const plain: ReadonlySet<string> = new Set(['positive', 'nil', 'read'] satisfies AdviceValue[])
export const needsWords = (value: string | null): boolean => value !== null && !plain.has(value)
