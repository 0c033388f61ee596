import type { InOffice } from './kinds.ts'
import type { Run } from './things.ts'
import { keyOf, shapeOf, type Token, joins } from './tokens.ts'
import { offices } from './words.ts'

/** Those who act in office, by the words of their names. */
export interface Office {
  people: { first: string[]; last: string[]; initials: string }[]
}

const wordsOf = (name: string): string[] =>
  keyOf(name.replaceAll(/[’‘]/g, "'"))
    .split(/[\s'-]+/)
    .filter(Boolean)
    .map(shapeOf)

export const officeOf = (people: readonly InOffice[]): Office => ({
  people: people.map(({ first, last }) => ({
    first: wordsOf(first),
    last: wordsOf(last),
    initials: keyOf(first).replaceAll(/(?<=\p{L})\p{L}+|[^\p{L}]/gu, ''),
  })),
})

/**
 * Whether a name is that of somebody in office: their last name alone, or beside their first name or its initials, in any order.
 * Somebody else of the same last name has another first name beside it.
 */
export function isInOffice(tokens: readonly Token[], { first, end }: Run, { people }: Office): boolean {
  const words: string[] = []
  let initials = ''
  for (const { key, writing } of tokens.slice(first, end)) {
    if (writing === 'initial') initials += key.replaceAll(/[^\p{L}]/gu, '')
    else words.push(...wordsOf(key))
  }
  return people.some((one) => {
    if (one.last.length === 0 || !one.last.every((word) => words.some((is) => alike(is, word)))) return false
    // « M. S. Dupont »: the title was read as an initial.
    if (initials !== '' && ![initials, initials.replace(/^m(?=.)/, '')].some((are) => one.initials.startsWith(are.slice(0, 1)))) return false
    return words.every((word) => [...one.last, ...one.first].some((is) => alike(is, word)))
  })
}

/** The same but for one letter that a scan misread, in words of some length. */
function alike(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length !== other.length || one.length < 5) return false
  let apart = 0
  for (let at = 0; at < one.length && apart < 2; at += 1) if (one[at] !== other[at]) apart += 1
  return apart < 2
}

/** « Mme C. Van 't Veld, Bourgmestre ; »: an office of the authority follows, and nothing of another body. */
export function isSaidInOffice(text: string, tokens: readonly Token[], { end }: Run): boolean {
  const [last, next] = [tokens[end - 1], tokens[end]]
  if (!last || !next || !offices.has(next.key)) return false
  if (!/^(?: ?, ?| ?[–-] |\t| ?\(| )$/.test(next.gap)) return false
  const after = text.slice(next.to, next.to + 40)
  if (/^ ?(?:communale?s?|provinciale?s?|général|générale|financier|financière|faisant fonction|f\.f\.|du CPAS|de l'action sociale)(?!\p{L})/iu.test(after)) return true
  return next.writing !== 'small' && /^(?: ?[;.,)\n\t:–-]| et |$)/.test(after) && !joins(next)
}
