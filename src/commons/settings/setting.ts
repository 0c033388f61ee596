import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db, type Latest, latest } from '#kernel/db'
import { Stale } from '#kernel/errors'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { type Field, same } from '#commons/records'

declare module '#kernel/db' {
  interface Tables {
    'commons.setting': {
      tenant_id: Generated<string>
      id: Generated<string>
      name: string
      given: unknown
      decided_by: string
      decided_at: Generated<Temporal.Instant>
    }
  }
}

/** One thing that an authority decides for itself (paramètre), declared by the folder that obeys it. */
export interface Setting<Value, Given = Value> {
  /** `deliberations.usual_place`: the folder, then what is decided. */
  readonly name: string
  readonly field: Field<Value, Given>
  /** What holds as long as nobody decided. */
  readonly initial: Given
}

// oxlint-disable-next-line typescript/no-explicit-any -- each setting names the types of its values
export type AnySetting = Setting<any, any>

/** What a folder lets the authority decide, under the name of the folder in words. */
export interface Settings {
  readonly title: MessageKey
  readonly all: readonly AnySetting[]
}

/** The settings of the house, filled by the modules. */
export const settings = slot<Settings>('settings')

/** A decision: what was given, by whom, when. */
export interface Decision {
  id: string
  name: string
  given: unknown
  decided_by: string
  decided_at: Temporal.Instant
}

/** What the authority decided, or what holds as long as it did not. */
export async function settled<Value, Given>(of: Setting<Value, Given>): Promise<Value> {
  const [last] = await lastDecisions([of])
  return valueOf(of, last)
}

/** The value of a setting after this decision; where its shape no longer fits, what holds without one. */
export async function valueOf<Value, Given>(
  { field, initial, name }: Setting<Value, Given>,
  last: Decision | undefined,
): Promise<Value> {
  const kept = last && field.schema.safeParse(last.given)
  const given = kept?.success ? kept.data : initial
  // A field that keeps nothing else keeps what it was given.
  return field.kept ? field.kept(given, name) : (given as unknown as Value)
}

/** The decision that holds for each of these settings, where there is one. */
export async function lastDecisions(of: readonly AnySetting[]): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select distinct on (name) id, name, given, decided_by, decided_at from commons.setting
    where name = any(${of.map(({ name }) => name)}::text[]) order by name, id desc`.execute(db())
  return rows
}

/** Everything that was ever decided of these settings, the last first. */
export function decisions(
  of: readonly AnySetting[],
  most: number | null,
): Promise<Latest<Decision>> {
  const all = db()
    .selectFrom('commons.setting')
    .select(['id', 'name', 'given', 'decided_by', 'decided_at'])
    .where(
      'name',
      'in',
      of.map(({ name }) => name),
    )
    .orderBy('id', 'desc')
  return latest(all, most)
}

export const decisionOn = ({ name }: AnySetting, among: readonly Decision[]) =>
  among.find((decision) => decision.name === name)

/** The state that a form is made from: the newest decision of its settings. */
export const versionOf = (last: readonly Decision[]): string => newestOf(last)?.id ?? ''

const newestOf = (last: readonly Decision[]) => last.toSorted((a, b) => b.id.localeCompare(a.id))[0]

/**
 * Decides these settings: each answer that differs from what holds becomes a row. Returns how many.
 * Throws `Stale` where somebody decided since `version`, `Invalid` where a field refuses.
 */
export async function decide(
  of: readonly AnySetting[],
  given: Readonly<Record<string, unknown>>,
  version: string,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('settings' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const last = await lastDecisions(of)
  if (versionOf(last) !== version) throw new Stale(newestOf(last)?.decided_by ?? '')
  const rows = []
  for (const one of of) {
    const { name, field } = one
    const now: unknown = given[name]
    const before = await valueOf(one, decisionOn(one, last))
    const value: unknown = field.kept ? await field.kept(now, name) : now
    if (now === undefined || same(value, before)) continue
    await field.check?.(now, name, before)
    rows.push({ name, given: sql`${JSON.stringify(now)}::jsonb`, decided_by: actor().name })
  }
  if (rows.length > 0) await db().insertInto('commons.setting').values(rows).execute()
  return rows.length
}
