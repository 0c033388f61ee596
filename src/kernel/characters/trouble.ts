import { undrawable } from './faces.ts'

/** Why a text cannot be printed. */
export type Trouble =
  /** No face of the house has this sign. */
  | { why: 'sign'; sign: string; code: string }
  /** More marks stand on one letter than anybody reads. */
  | { why: 'marks'; most: number }
  /** A word is longer than any, and no line can hold it. */
  | { why: 'word'; most: number }

/** Of marks on one letter: no language has as many. */
const mostMarks = 10
/** Of letters in one word: addresses of the web are that long. */
export const longestWord = 2000

export const tooManyMarks = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')
/** Scripts that part no words: a line ends anywhere in them. */
const partings =
  /[\s\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+/u

/** Why a text, as it is written, cannot be printed; null where it can. Asks the fonts themselves. */
export function troubleIn(text: string): Trouble | null {
  if (text.search(tooManyMarks) >= 0) return { why: 'marks', most: mostMarks }
  if (hasEndlessWord(text)) return { why: 'word', most: longestWord }
  const sign = undrawable(text)
  return sign === undefined ? null : { why: 'sign', sign, code: codeOf(sign) }
}

const hasEndlessWord = (text: string) =>
  text.length > longestWord && text.split(partings).some((word) => word.length > longestWord)

/** « U+1F600 » */
export const codeOf = (sign: string) =>
  [...sign]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
