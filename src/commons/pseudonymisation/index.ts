import { addresses } from './addresses.ts'
import {
  accounts,
  birthDates,
  mailboxes,
  nationalNumbers,
  plates,
  telephones,
} from './identifiers.ts'
import type { Finding, InOffice } from './kinds.ts'
import { names } from './names.ts'

export { type Finding, type InOffice, kinds, type PersonalKind } from './kinds.ts'

/** What is known of a text beside its words. */
export interface Known {
  /** Who acts in office: the public may know them. */
  office?: readonly InOffice[]
  language?: 'fr' | 'de' | 'nl' | 'en'
}

/** What says who somebody is in a text, in its order; two that overlap are one. */
export function personalData(text: string, { office = [], language }: Known = {}): Finding[] {
  const people = names(
    text,
    office,
    language === 'de' || (language === undefined && isGerman(text)),
  )
  return apart([
    ...nationalNumbers(text),
    ...accounts(text),
    ...mailboxes(text),
    ...telephones(text),
    ...plates(text),
    ...birthDates(text),
    ...addresses(text, people),
    ...people,
  ])
}

const isGerman = (text: string): boolean =>
  (text.match(/(?<!\p{L})(?:der|die|und|wird|mit|des|das)(?!\p{L})/gu)?.length ?? 0) >
  2 * (text.match(/(?<!\p{L})(?:le|la|les|et|est|du|des|que)(?!\p{L})/gu)?.length ?? 0)

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
