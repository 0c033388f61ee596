import { today } from '#commons/clock'
import { type Given, takeMany } from './counter.ts'
import { written } from './pattern.ts'
import { ruleOf, type When } from './rule.ts'
import type { Rule, Series } from './series.ts'

interface For {
  /** What tells the counters of the series apart: the id of an organ. */
  scope?: string
  /** What its own words say: `{ organ: 'CC' }`. */
  words?: Readonly<Record<string, string>>
  /** Of which the reference tells the year; today unless told. */
  day?: Temporal.PlainDate
  /** The rule that holds, where it was read already. */
  rule?: Rule
}

/**
 * Gives the next number of a series, for good: unique by constraint, without a hole where the transaction is rolled
 * back. Others who take one of the same counter wait for the end of the transaction: take it late.
 */
export async function giveNumber(series: Series, what: For = {}): Promise<Given> {
  const [given] = await giveNumbers(series, 1, what)
  if (!given) throw new Error(`The series ${series.name} gave no number`)
  return given
}

/** The next numbers of one counter, in their order: two queries, however many; one where the rule is given. */
export async function giveNumbers(
  series: Series,
  count: number,
  { scope = '', words = {}, day = today(), rule }: For = {},
): Promise<Given[]> {
  if (count === 0) return []
  return takeMany(series, rule ?? (await ruleOf(series)), { scope, words, day }, count)
}

/** A pattern without the words that are not known yet, nor what stands between them and what comes before. */
const lacking = (pattern: string, more: Readonly<Record<string, string>>) =>
  pattern.replaceAll(/[^\p{L}\p{N}{}]{0,9}\{(\w+)\}[)\]]?/gu, (all, token: string) =>
    more[token] === '' ? '' : all,
  )

interface Places extends Omit<For, 'scope'> {
  /** Which of those of its day it is, from 1: behind the date of the second stands a letter. */
  ofDay?: number
}

/**
 * Writes places that a trade counts itself (`places`) as the authority wants them written, or wanted when a number was
 * given: what was named under an older pattern stays so. One query, none where the rule is given.
 */
export async function referencesOf(
  series: Series,
  { words = {}, day = today(), ofDay = 1, rule }: Places,
  when?: When,
): Promise<(place: string, more?: Readonly<Record<string, string>>) => string> {
  const { pattern } = rule ?? (await ruleOf(series, when))
  return (number, more = {}) =>
    written(lacking(pattern, more), { number, day, ofDay, words: { ...words, ...more } })
}
