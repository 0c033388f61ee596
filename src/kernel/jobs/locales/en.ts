import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  fault: 'An error of ours, noted under the reference {id}.',
  never_ended:
    'This work was begun {count, number} times and never ended: the server stopped while it was doing it.',
  unknown_reason: 'The reason is no longer known.',
  rests: 'The authority rests: this work goes on once it opens again.',
}
