import { folded } from '#kernel/i18n'
import { isGivenName } from './given-names.ts'
import { common, particles, titles } from './words.ts'

/** A word of a text, and what kind of writing it is. */
export interface Token {
  from: number
  to: number
  text: string
  /** As people compare it, with the figures of a bad scan read as letters. */
  key: string
  writing: 'capital' | 'capitals' | 'initial' | 'small' | 'figures'
  /** What stands between the word before it and this one. */
  gap: string
  /** Whether a sentence, a line or a cell begins with it. */
  opens: boolean
}

const abbreviations = /^(?:\p{L}|mm|mr|mme|dr|pr|prof|dhr|mevr|av|bd|pl|vve)$/iu
// A word may go on after a hyphen at the end of a line.
const words =
  /\p{Lu}\.(?: ?-? ?\p{Lu}\.)+|[\p{L}\p{M}](?:[\p{L}\p{M}01]|['’‘ʼ‐‑-](?=[\p{L}\p{M}])|-\n(?=\p{Ll}))*|[\d]+(?:[\p{L}\p{M}\d]*[\p{L}\p{M}]\p{Ll}[\p{L}\p{M}\d]*)?|&/gu
const elision = /^(?:d|l|qu|n|s|j|c|m|t|jusqu|lorsqu|puisqu|quelqu)['’‘ʼ]/i

/** The words of a text in their order. */
export function tokensOf(text: string): Token[] {
  const found: Token[] = []
  let last = 0
  for (const match of text.matchAll(words)) {
    let [from, word] = [match.index, match[0]]
    const elided = elision.exec(word)?.[0]
    // « D’Haene » is one name, « L’Échevine » and « d’Anne » are two words.
    if (
      elided &&
      word.length > elided.length &&
      (!/^D/.test(elided) || isCommon(word.slice(elided.length)))
    ) {
      from += elided.length
      word = word.slice(elided.length)
    }
    if (text[from + word.length] === '.' && abbreviations.test(word)) word += '.'
    const gap = text.slice(last, from)
    found.push({
      ...{ from, to: from + word.length, text: word, gap },
      key: keyOf(word),
      writing: writingOf(word),
      opens: last === 0 || /[\n\t;:!?•–—]|\.\s|^-|["«“]\s*$/.test(gap),
    })
    last = from + word.length
  }
  return found
}

const isCommon = (word: string) => common.has(folded(word))

/** As people compare words, whatever a scan made of them: a hyphen at the end of a line, figures for letters. */
export const keyOf = (word: string): string =>
  folded(word.replaceAll(/-\n/g, '')).replaceAll('0', 'o').replaceAll('1', 'l')

function writingOf(word: string): Token['writing'] {
  if (/^\d/.test(word) && !/\p{Ll}/u.test(word)) return 'figures'
  if (/^(?:\p{Lu}\.[ -]*)+$/u.test(word)) return 'initial'
  const letters = word.replaceAll(/[^\p{L}]/gu, '')
  if (letters.length >= 2 && letters === letters.toUpperCase()) return 'capitals'
  return /^[\p{Lu}01]/u.test(word) ? 'capital' : 'small'
}

/** Whether a word may be a piece of somebody's name, by its writing. */
export const isNameLike = ({ writing, key }: Token): boolean =>
  (writing === 'capital' || writing === 'capitals' || writing === 'initial') && !titles.has(key)

export const isParticle = ({ key, text }: Token): boolean =>
  particles.has(key) || particles.has(`${key}'`) || /^(?:d|l)['’]$/i.test(text)

export const isGiven = ({ key, writing }: Token): boolean =>
  writing !== 'initial' && writing !== 'small' && isGivenName(key)

/** Whether two words may be pieces of one name: nothing but a space, the end of a line or a hyphen stands between. */
export const joins = ({ gap }: Token): boolean =>
  /^(?:[ \u00A0]{1,3}(?:[dD]['’‘ʼ])?|[ \u00A0]?\n[ \u00A0]?|[ \u00A0]?[-‐‑][ \u00A0]?)$/.test(gap)
