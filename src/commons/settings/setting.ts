import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Stale } from '#kernel/errors'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { type Field, same } from '#commons/records'

declare module '#kernel/db' {
  interface Tables {
    'commons.setting': {
      tenant_id: Generated<string>
      id: Generated<string>
      name: string
      given: unknown
      is_default: Generated<boolean>
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
  /** What is taken in its place, and from where, where it is left empty: the name of the authority. */
  readonly inherits?: { readonly value: () => string; readonly from: MessageKey }
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

/** A decision: what was given, by whom, when; `is_default` takes the ones before back. */
export interface Decision {
  id: string
  name: string
  given: unknown
  is_default: boolean
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
  const kept = last && !last.is_default ? field.schema.safeParse(last.given) : undefined
  const given = kept?.success ? kept.data : initial
  // A field that keeps nothing else keeps what it was given.
  return field.kept ? field.kept(given, name) : (given as unknown as Value)
}

/** The decision that holds for each of these settings, where there is one. */
export async function lastDecisions(of: readonly AnySetting[]): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select distinct on (name) id, name, given, is_default, decided_by, decided_at from commons.setting
    where name = any(${of.map(({ name }) => name)}::text[]) order by name, id desc`.execute(db())
  return rows
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
  const last = await lockedDecisions(of, version)
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

/**
 * Takes the decision on a setting back (remise par défaut): what holds without one holds again. Throws `Conflict` where
 * nothing is decided, `Stale` where somebody decided since `version` of the settings that stand beside it.
 */
export async function takeBack(
  one: AnySetting,
  among: readonly AnySetting[],
  version: string,
): Promise<void> {
  const last = await lockedDecisions(among, version)
  ensure(isDecided(decisionOn(one, last)), Conflict, 'settings.not_decided', {
    what: t(one.field.label),
  })
  await db()
    .insertInto('commons.setting')
    .values({
      ...{ name: one.name, given: sql`'null'::jsonb`, is_default: true },
      decided_by: actor().name,
    })
    .execute()
}

/** Whether the authority decided, and did not take it back. */
export const isDecided = (last: Decision | undefined): last is Decision =>
  last !== undefined && !last.is_default

/** The decisions that hold, while nobody else decides. Throws `Stale` where somebody did since `version`. */
async function lockedDecisions(of: readonly AnySetting[], version: string): Promise<Decision[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('settings' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const last = await lastDecisions(of)
  if (versionOf(last) !== version) throw new Stale(newestOf(last)?.decided_by ?? '')
  return last
}
