import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type Dossier, kindNamed, tell } from '#commons/dossiers'
import './tables.ts'

export interface Measure {
  measured_on: Temporal.PlainDate
  value: number
  note: string
  noted_by: string
}

/** What is measured of a dossier (indicateur): a series in time, and what it should come to. */
export interface Indicator {
  id: string
  dossier_id: string
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

/** The indicators of these dossiers. The caller has made sure that they may be seen. Three queries. */
export async function indicatorsOf(dossierIds: readonly string[]): Promise<Indicator[]> {
  const rows = await db()
    .selectFrom('commons.indicator')
    .select(['id', 'dossier_id', 'label', 'unit', 'source', 'direction', 'baseline'])
    .where(sql<boolean>`dossier_id = any(${[...dossierIds]}::uuid[])`)
    .orderBy('id')
    .execute()
  const found = new Map(
    rows.map((row): [string, Indicator] => [row.id, { ...row, targets: [], measures: [] }]),
  )
  if (found.size === 0) return []
  const targets = await db()
    .selectFrom('commons.indicator_target')
    .select(['indicator_id', 'year', 'value'])
    .where('indicator_id', 'in', [...found.keys()])
    .orderBy('year')
    .execute()
  const measures = await db()
    .selectFrom('commons.measure')
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
  dossier: Dossier,
  { targets, ...fresh }: NewIndicator,
): Promise<string> {
  const { id } = await db()
    .insertInto('commons.indicator')
    .values({ ...fresh, dossier_id: dossier.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const values = Object.entries(targets).flatMap(([year, value]) =>
    value === null ? [] : [{ indicator_id: id, year: Number(year), value }],
  )
  if (values.length > 0) await db().insertInto('commons.indicator_target').values(values).execute()
  await tell(kindNamed(dossier.kind), dossier.id, 'indicator', { title: fresh.label })
  return id
}

/** What is done to what measures a dossier, for its kind to declare. */
export const indicatorVerbs = ['indicator', 'measure', 'remove_indicator'] as const

/** Notes a figure; one of the same day is corrected. Throws `NotFound` for another's indicator. */
export async function noteMeasure(
  dossier: Dossier,
  indicatorId: string,
  measure: Pick<Measure, 'measured_on' | 'value' | 'note'>,
): Promise<void> {
  const known = await ownIndicator(dossier, indicatorId)
  const noted = { ...measure, noted_by: actor().name }
  await db()
    .insertInto('commons.measure')
    .values({ ...noted, indicator_id: known.id })
    .onConflict((c) => c.columns(['tenant_id', 'indicator_id', 'measured_on']).doUpdateSet(noted))
    .execute()
  const said = `${known.label}\u00A0: ${measure.value}`
  await tell(kindNamed(dossier.kind), dossier.id, 'measure', { title: said })
}

/** Takes an indicator away, with its figures. */
export async function removeIndicator(dossier: Dossier, indicatorId: string): Promise<void> {
  const { id, label } = await ownIndicator(dossier, indicatorId)
  await db().deleteFrom('commons.indicator').where('id', '=', id).execute()
  await tell(kindNamed(dossier.kind), dossier.id, 'remove_indicator', { title: label })
}

async function ownIndicator(dossier: Dossier, indicatorId: string) {
  const found = await db()
    .selectFrom('commons.indicator')
    .select(['id', 'label'])
    .where('dossier_id', '=', dossier.id)
    .where(sql<boolean>`id::text = ${indicatorId}`)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
