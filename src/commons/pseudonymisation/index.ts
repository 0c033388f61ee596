import type { Module } from '#kernel/module'
import { addresses } from './addresses.ts'
import { flat } from './flat.ts'
import { birthDates } from './births.ts'
import { accounts, mailboxes, nationalNumbers } from './identifiers.ts'
import type { Finding, InOffice } from './kinds.ts'
import { names } from './names.ts'
import { plates } from './plates.ts'
import { telephones } from './telephones.ts'
import { thingsOf } from './things.ts'
import { tokensOf } from './tokens.ts'

export type { Finding, InOffice, PersonalKind } from './kinds.ts'
export { addressInWords } from './links.ts'
export { finder, inOneLine, maskedIn, type Standing, wholeWords } from './standing.ts'
export { tellingOf } from './telling.ts'
export type { Besides } from './pdf/besides.ts'
export type { FoundInFile, Read, Refusal, Rewritten, Sheet } from './pdf/pdf.ts'

/** What says who somebody is, in a text that is about to be public. It keeps nothing and shows nothing. */
export const pseudonymisation: Module = {
  name: 'pseudonymisation',
  floor: 'commons',
  nature: 'always',
  needs: [],
}

/** What is known of a text beside its words. */
export interface Known {
  /** Who acts in office: the public may know them. */
  office?: readonly InOffice[]
  language?: 'fr' | 'de' | 'nl' | 'en'
}

/** What says who somebody is in a text, in its order; two that overlap are one. */
export function personalData(text: string, { office = [], language }: Known = {}): Finding[] {
  const { text: words, told } = flat(text)
  const spoken = language === 'de' || language === 'nl' ? language : languageOf(words)
  const tokens = tokensOf(words, spoken)
  const things = thingsOf(tokens)
  const people = names(words, tokens, things, office, spoken)
  return apart(
    [
      ...nationalNumbers(words),
      ...accounts(words),
      ...mailboxes(words),
      ...telephones(words),
      ...plates(words),
      ...birthDates(words),
      ...addresses(words, tokens, things.streets, people),
      ...people,
    ].map(told),
  )
}

/** The language of a text where nobody said it, by its small words. */
function languageOf(text: string): 'fr' | 'de' | 'nl' {
  const words = text.slice(0, 20_000).split(/[^\p{L}]+/u)
  const count = (small: ReadonlySet<string>) => words.filter((word) => small.has(word)).length
  const [french, german, dutch] = [count(ofFrench), count(ofGerman), count(ofDutch)]
  if (Math.max(german, dutch) <= french) return 'fr'
  return german > dutch ? 'de' : 'nl'
}

const ofFrench = new Set(['le', 'la', 'les', 'et', 'est', 'du', 'que', 'par', 'pour'])
const ofGerman = new Set(['der', 'die', 'und', 'wird', 'mit', 'des', 'das', 'dem'])
const ofDutch = new Set(['het', 'een', 'van', 'aan', 'wordt', 'zijn', 'op', 'voor'])

/** Of two that overlap the longer one stays, and covers both. */
function apart(findings: readonly Finding[]): Finding[] {
  const sorted = findings.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const found: Finding[] = []
  for (const one of sorted) {
    const last = found.at(-1)
    if (!last || one.from >= last.to) found.push({ ...one })
    else if (one.to > last.to) {
      if (one.to - one.from > last.to - last.from) last.kind = one.kind
      last.to = one.to
    }
  }
  return found
}
