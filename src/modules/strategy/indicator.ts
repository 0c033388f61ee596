import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden, NotFound } from '#kernel/errors'
import { emit } from '#kernel/events'
import { type Element, kindAt, mayEdit } from './element.ts'
import './tables.ts'

export interface Measure {
  measured_on: Temporal.PlainDate
  value: number
  note: string
  noted_by: string
}

/** What is measured of an element (indicateur): a series in time, and what it should come to. */
export interface Indicator {
  id: string
  element_id: string
  label: string
  unit: string
  source: string
  /** What is better. */
  direction: 'up' | 'down'
  baseline: number | null
  /** By year. */
  targets: { year: number; value: number }[]
  /** From the first to the last. */
  measures: Measure[]
}

/** Whether it goes where it should; `unknown` with fewer than two figures. */
export type Trend = 'better' | 'worse' | 'steady' | 'unknown'

/** The indicators of an element, or of all elements of a plan. Three queries. */
export async function indicatorsOf(where: { element: string } | { plan: string }) {
  const rows = await db()
    .selectFrom('strategy.indicator as i')
    .innerJoin('strategy.element as e', (join) =>
      join.onRef('e.tenant_id', '=', 'i.tenant_id').onRef('e.id', '=', 'i.element_id'),
    )
    .select(['i.id', 'i.element_id', 'i.label', 'i.unit', 'i.source', 'i.direction', 'i.baseline'])
    .where((e) =>
      'plan' in where ? e('e.plan_id', '=', where.plan) : e('e.id', '=', where.element),
    )
    .orderBy('i.id')
    .execute()
  const found = new Map(
    rows.map((row): [string, Indicator] => [row.id, { ...row, targets: [], measures: [] }]),
  )
  if (found.size === 0) return []
  const targets = await db()
    .selectFrom('strategy.target')
    .select(['indicator_id', 'year', 'value'])
    .where('indicator_id', 'in', [...found.keys()])
    .orderBy('year')
    .execute()
  const measures = await db()
    .selectFrom('strategy.measure')
    .select(['indicator_id', 'measured_on', 'value', 'note', 'noted_by'])
    .where('indicator_id', 'in', [...found.keys()])
    .orderBy('measured_on')
    .execute()
  for (const { indicator_id, ...target } of targets) found.get(indicator_id)?.targets.push(target)
  for (const { indicator_id, ...one } of measures) found.get(indicator_id)?.measures.push(one)
  return [...found.values()]
}

/** The last figure; the baseline before any. */
export const valueOf = ({ measures, baseline }: Indicator): number | null =>
  measures.at(-1)?.value ?? baseline

/** What it should come to in the end: the target of the last year. */
export const lastTarget = ({ targets }: Indicator): number | null => targets.at(-1)?.value ?? null

/** « 0 / 20 »: what was reached, of what is expected. */
export const reachedOf = (indicator: Indicator): string =>
  [valueOf(indicator) ?? 0, lastTarget(indicator) ?? '—'].join(' / ')

/** Where the last two figures lead, by what is better. */
export function trendOf({ measures, baseline, direction }: Indicator): Trend {
  const series = [...(baseline === null ? [] : [baseline]), ...measures.map(({ value }) => value)]
  const [before, last] = series.slice(-2)
  if (before === undefined || last === undefined) return 'unknown'
  if (last === before) return 'steady'
  return last > before === (direction === 'up') ? 'better' : 'worse'
}

type NewIndicator = Pick<Indicator, 'label' | 'unit' | 'source' | 'direction' | 'baseline'> & {
  targets: Readonly<Record<string, number | null>>
}

/** Adds an indicator with its targets. */
export async function addIndicator(
  one: Element,
  { targets, ...fresh }: NewIndicator,
): Promise<string> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const { id } = await db()
    .insertInto('strategy.indicator')
    .values({ ...fresh, element_id: one.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const values = Object.entries(targets).flatMap(([year, value]) =>
    value === null ? [] : [{ indicator_id: id, year: Number(year), value }],
  )
  if (values.length > 0) await db().insertInto('strategy.target').values(values).execute()
  await emit(`${kindAt(one.level).name}.indicator`, one.id, { title: fresh.label })
  return id
}

/** Notes a figure; one of the same day is corrected. Throws `NotFound` for another's indicator. */
export async function noteMeasure(
  one: Element,
  indicatorId: string,
  measure: Pick<Measure, 'measured_on' | 'value' | 'note'>,
): Promise<void> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const known = await ownIndicator(one, indicatorId)
  const noted = { ...measure, noted_by: actor().name }
  await db()
    .insertInto('strategy.measure')
    .values({ ...noted, indicator_id: known.id })
    .onConflict((c) => c.columns(['tenant_id', 'indicator_id', 'measured_on']).doUpdateSet(noted))
    .execute()
  const said = `${known.label}\u00A0: ${measure.value}`
  await emit(`${kindAt(one.level).name}.measure`, one.id, { title: said })
}

/** Takes an indicator away, with its figures. */
export async function removeIndicator(one: Element, indicatorId: string): Promise<void> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const { id, label } = await ownIndicator(one, indicatorId)
  await db().deleteFrom('strategy.indicator').where('id', '=', id).execute()
  await emit(`${kindAt(one.level).name}.remove_indicator`, one.id, { title: label })
}

async function ownIndicator(one: Element, indicatorId: string) {
  const found = await db()
    .selectFrom('strategy.indicator')
    .select(['id', 'label'])
    .where('element_id', '=', one.id)
    .where(sql<boolean>`id::text = ${indicatorId}`)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
