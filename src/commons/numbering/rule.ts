import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { ensureEdition } from '#kernel/pages'
import { nextOf, startAt } from './counter.ts'
import { troubles } from './pattern.ts'
import { allSeries, type Counter, type Rule, type Series, theOnly } from './series.ts'
import './tables.ts'

/** A rule, and who decided it; the trade declares the one that nobody did. */
export type Decision = Rule & { by?: string }

/** A number of a series that was given: the moment of that. */
export interface When {
  readonly series: Series
  readonly reference: string
}

/**
 * The rules that hold, or held when a number was given: what the authority decided, else what the trades declare. One
 * query.
 */
export async function rulesOf(
  all: readonly Series[],
  when?: When,
): Promise<(of: Series) => Decision> {
  const then =
    when &&
    sql`and decided_at <= coalesce((select given_at from commons.series_number
    where series = ${when.series.name} and reference = ${when.reference}), 'infinity')`
  const { rows } = await sql<Decision & { series: string }>`
    select distinct on (series) series, pattern, restarts, decided_by as by from commons.series_rule
    where series = any(${all.map(({ name }) => name)}) ${then ?? sql``}
    order by series, id desc`.execute(db())
  const decided = new Map(rows.map(({ series, ...rule }) => [series, rule]))
  return ({ name, initial }) => decided.get(name) ?? initial
}

/** The rule of one series, as `rulesOf` finds it. */
export const ruleOf = async (of: Series, when?: When): Promise<Decision> =>
  (await rulesOf([of], when))(of)

/** The series of the house that count for the authority as it is. */
export const seriesNamed = (name: string | undefined): Series | undefined =>
  allSeries.all().find((one) => one.name === name)

/** The counters of a series: none where it does not count. */
export const countersOf = async (of: Series): Promise<readonly Counter[]> =>
  of.places ? [] : ((await of.counters?.()) ?? [theOnly])

/** What its form is made from, for `ensureEdition`. */
export const standing = ({ pattern, restarts: again }: Rule) => [pattern, again]

/** What an authority decides of a series; `next` by the scope of counters: the number that each gives next. */
export interface Decided extends Rule {
  readonly next: Readonly<Record<string, number>>
  /** The edition that it was decided from. */
  readonly edition?: string | undefined
}

/**
 * Decides how the numbers of a series are written and go on. What was given stays as it is. Throws `Stale` where
 * somebody decided meanwhile, `Invalid` with a sentence at each field: a pattern that would write two numbers alike,
 * a next number that was given already.
 */
export async function decide(of: Series, { next, edition, ...rule }: Decided): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('series' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const before = await ruleOf(of)
  if (edition) ensureEdition(standing(before), edition, before.by)
  const wrong = troubles(of, rule)
  if (wrong.length > 0)
    throw new Invalid({ pattern: wrong.map(({ key, params }) => t(key, params)) })
  if (rule.pattern !== before.pattern || rule.restarts !== before.restarts)
    await db()
      .insertInto('commons.series_rule')
      .values({ series: of.name, ...rule, decided_by: actor().name })
      .execute()
  for (const counter of await countersOf(of)) {
    const wanted = next[counter.scope]
    if (wanted !== undefined) await startAt(of, rule, counter, wanted)
    const { reference, isGiven } = await nextOf(of, rule, counter)
    if (isGiven) throw Invalid.field('pattern', 'numbering.wrong.given', { reference })
  }
}
