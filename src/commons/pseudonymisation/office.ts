import type { InOffice } from './kinds.ts'
import type { Run } from './things.ts'
import { joins, keyOf, shapeOf, type Token } from './tokens.ts'
import { offices } from './words.ts'

interface Person {
  first: string[]
  last: string[]
  initials: string
}

/** Those who act in office, by the first word of their last names, each also with one letter that a scan may misread. */
export type Office = ReadonlyMap<string, readonly Person[]>

/** So many of one last name are told apart: a council has fewer. */
const most = 40

const wordsOf = (name: string): string[] =>
  keyOf(name.replaceAll(/[’‘]/g, "'"))
    .split(/[\s'-]+/)
    .filter(Boolean)
    .map(shapeOf)

/** A word, and the word with any one of its letters open, where it has some length. */
const readings = (word: string): string[] =>
  word.length < 5 || word.length > 20
    ? [word]
    : [word, ...Array.from(word, (_, at) => `${word.slice(0, at)}*${word.slice(at + 1)}`)]

function indexed(people: Iterable<Person>): Office {
  const office = new Map<string, Person[]>()
  const known = new Set<string>()
  for (const one of people) {
    const key = JSON.stringify(one)
    if (one.last[0] === undefined || known.has(key)) continue
    known.add(key)
    for (const reading of readings(one.last[0])) {
      const same = office.get(reading) ?? []
      if (same.length < most) same.push(one)
      office.set(reading, same)
    }
  }
  return office
}

export const officeOf = (people: readonly InOffice[]): Office =>
  indexed(
    people.map(({ first, last }) => ({
      first: wordsOf(first),
      last: wordsOf(last),
      initials: keyOf(first).replaceAll(/(?<=\p{L})\p{L}+|[^\p{L}]/gu, ''),
    })),
  )

/** Those of whom the text itself says that they act in office. */
export const saidOffice = (tokens: readonly Token[], runs: Iterable<Run>): Office =>
  indexed(
    [...runs].map(({ first, end }) => {
      const all = tokens.slice(first, end)
      const words = all.filter(({ writing, is }) => writing !== 'initial' && !is.title)
      const named = words.some(({ is }) => !is.given) ? words.filter(({ is }) => is.given) : []
      const initials = all.filter(({ writing }) => writing === 'initial')
      return {
        first: named.flatMap(({ key }) => wordsOf(key)),
        last: words.filter((one) => !named.includes(one)).flatMap(({ key }) => wordsOf(key)),
        initials: [...initials, ...named].map(({ key }) => key.slice(0, 1)).join(''),
      }
    }),
  )

/**
 * Whether a name is that of somebody in office: their last name alone, or beside their first name or its initials, in any order.
 * Somebody else of the same last name has another first name beside it.
 */
export function isInOffice(tokens: readonly Token[], { first, end }: Run, office: Office): boolean {
  if (office.size === 0) return false
  const words: string[] = []
  let initials = ''
  for (const { key, writing } of tokens.slice(first, end)) {
    if (writing === 'initial') initials += key.replaceAll(/[^\p{L}]/gu, '')
    else words.push(...wordsOf(key))
  }
  const candidates = new Set(
    words.flatMap((word) => readings(word).flatMap((one) => office.get(one) ?? [])),
  )
  return [...candidates].some((one) => {
    if (!one.last.every((word) => words.some((is) => alike(is, word)))) return false
    // « M. S. Dupont »: the title was read as an initial.
    const read = [initials, initials.replace(/^m(?=.)/, '')]
    if (initials !== '' && !read.some((are) => one.initials.startsWith(are.slice(0, 1))))
      return false
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

const ofAuthority =
  /^ ?(?:communale?s?|provinciale?s?|général|générale|financier|financière|faisant fonction|f\.f\.|du CPAS|de l'action sociale)(?!\p{L})/iu

/** « Mme C. Van 't Veld, Bourgmestre ; »: an office of the authority follows, and nothing of another body. */
export function isSaidInOffice(text: string, tokens: readonly Token[], { end }: Run): boolean {
  const [last, next] = [tokens[end - 1], tokens[end]]
  if (!last || !next || !next.key.split('-').some((one) => offices.has(one))) return false
  if (!/^(?: ?, ?| ?[–-] |\t| ?\(| )$/.test(next.gap)) return false
  const after = text.slice(next.to, next.to + 40)
  if (ofAuthority.test(after)) return true
  return next.writing !== 'small' && /^(?: ?[;.,)\n\t:–-]| et |$)/.test(after) && !joins(next)
}

const plurals =
  /^(?:echevins|echevines|conseillers|conseilleres|bourgmestres|schoffen|schepenen|raadsleden|ratsmitglieder)$/

/** « MM. Rousselle, Pirson, Mme Thys, Échevins »: those who stand in a list before the plural of an office. */
export function listedInOffice(tokens: readonly Token[], runs: readonly Run[]): Set<Run> {
  const found = new Set<Run>()
  let next: Run | undefined
  for (const run of runs.toSorted((a, b) => b.first - a.first)) {
    const after = tokens[run.end]
    const isLast =
      after && /^ ?, ?$/.test(after.gap) && plurals.test(after.key) && after.writing !== 'small'
    const isListed =
      next !== undefined &&
      found.has(next) &&
      next.first - run.end < 4 &&
      /^ ?(?:, ?|)$/.test(after?.gap ?? '') &&
      tokens
        .slice(run.end, next.first)
        .every(
          ({ is, key, gap }) => (is.title || /^(?:et|und|en)$/.test(key)) && !/[;.:]/.test(gap),
        )
    if (isLast || isListed) found.add(run)
    next = run
  }
  return found
}
