import { diffLines, diffWordsWithSpace } from 'diff'

/** A piece of a text that was rewritten. */
export interface Piece {
  text: string
  is: 'same' | 'added' | 'removed'
}

/**
 * What differs between two plain texts, word by word; line by line where that would take more than a second, and
 * the whole where that does too.
 */
export function differenceOf([before, after]: readonly [string, string]): Piece[] {
  const within = { timeout: 1000 }
  const pieces = diffWordsWithSpace(before, after, within) ?? diffLines(before, after, within)
  if (!pieces) return whole(before, after)
  return pieces.map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

/** All of it was taken away, and all of it put in its place. */
export const whole = (before: string, after: string): Piece[] => [
  { text: before, is: 'removed' },
  { text: after, is: 'added' },
]
