import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  fault: 'An error of ours, noted under the reference {id}.',
  unknown_reason: 'The reason is no longer known.',
  rests: 'The authority rests: this work goes on once it opens again.',
}
