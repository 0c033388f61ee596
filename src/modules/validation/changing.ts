import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { readMany } from '#commons/dossiers'
import type { Organ } from '#commons/organs'
import { enforceMany, pastEmptyLevels } from '#commons/workflow'
import { type Item, items, itemWorkflow, waitingFor } from '#modules/deliberations'
import { columnsAt, placeOf, staffing } from './levelling.ts'
import { keptSchemes, type Level, type Scheme, schemeOf } from './scheme.ts'

const set = event('validation.scheme.set', { toDossier: false })

/** What becomes of points that wait at a level, when levels change. */
export interface Shift {
  /** The level at which they wait. */
  from: string
  /** Where they wait then; empty: they are validated. */
  to: string
  count: number
}

/** The points of an organ that wait at a level, whoever may read them. */
async function standing(body: Organ, lock: boolean): Promise<Item[]> {
  const ids = await waitingFor(body.id, 'proposed')
  return actAs(system, () => readMany(items, ids, { lock }))
}

/**
 * The place of the level at which a point waits once levels are others: the same, else the first that came after it and is still
 * there, else the last. -1 where none is left.
 */
function placeThen(now: Scheme, then: Scheme, item: Item): number {
  const same = placeOf(then, item)
  if (same >= 0) return same
  const later = now.levels.slice(placeOf(now, item) + 1)
  const next = later.map(({ id }) => placeOf(then, { level_id: id })).find((at) => at >= 0)
  return next ?? then.levels.length - 1
}

/** What becomes of the points that wait, as levels would be; nothing is written, and no point is named. */
export async function shiftsOf(body: Organ, then: Scheme): Promise<Shift[]> {
  const now = await schemeOf(body.id)
  const shifts = new Map<string, Shift>()
  for (const item of await standing(body, false)) {
    const at = placeThen(now, then, item)
    const staffed = await staffing(then, item)
    const found = staffed.findIndex((is, index) => is && index >= at)
    const goes: Level | undefined = then.levels[found]
    if (goes?.id === item.level_id) continue
    const one = { from: item.level, to: goes?.title ?? '', count: 0 }
    const key = `${one.from}\n${one.to}`
    const shift = shifts.get(key) ?? one
    shifts.set(key, { ...shift, count: shift.count + 1 })
  }
  return [...shifts.values()]
}

/**
 * Gives an organ, which is locked, other levels of validation. Points that wait at one that is still there stay, under its new
 * name and for those who validate there now; others go where `shiftsOf` says. Throws `Conflict` where some would and nobody
 * `saw` it.
 */
export async function setScheme(body: Organ, then: Scheme, saw: boolean): Promise<void> {
  ensure(saw || (await shiftsOf(body, then)).length === 0, Conflict, 'validation.unseen')
  const now = await schemeOf(body.id)
  const waiting = await standing(body, true)
  await sql`
    insert into validation.scheme (organ_id, levels, shortcuts)
    values (${body.id}, ${JSON.stringify(then.levels)}::jsonb, ${then.shortcuts})
    on conflict (tenant_id, organ_id) do update set levels = excluded.levels, shortcuts = excluded.shortcuts`.execute(
    db(),
  )
  keptSchemes.forget()
  await levelAnew(now, then, waiting)
  await emit(set, body.id, { levels: then.levels, shortcuts: then.shortcuts })
  await audit('organ', `${body.acronym} levels`)
}

async function levelAnew(now: Scheme, then: Scheme, waiting: readonly Item[]): Promise<void> {
  if (waiting.length === 0) return
  const comment = inItsLanguage(() => t('validation.changed'))
  const steps = []
  for (const dossier of waiting)
    steps.push({
      dossier,
      comment,
      patch: await columnsAt(then, placeThen(now, then, dossier), dossier),
    })
  await pastEmptyLevels(
    items,
    itemWorkflow,
    await enforceMany(items, itemWorkflow, 'relevel', steps),
  )
}

/** How many points wait at each level, by its id, and at which of them nobody validates any more. */
export async function waitingAt(
  body: Organ,
): Promise<ReadonlyMap<string, { count: number; stuck: number }>> {
  const scheme = await schemeOf(body.id)
  const found = new Map<string, { count: number; stuck: number }>()
  for (const item of await standing(body, false)) {
    const { count, stuck } = found.get(item.level_id) ?? { count: 0, stuck: 0 }
    const isStaffed = (await staffing(scheme, item))[placeOf(scheme, item)]
    found.set(item.level_id, { count: count + 1, stuck: stuck + (isStaffed ? 0 : 1) })
  }
  return found
}

/** Points that wait where nobody validates any more go on to the next level where somebody does. Gives how many there were. */
export async function freeStuck(body: Organ): Promise<number> {
  const scheme = await schemeOf(body.id)
  const stuck = []
  for (const item of await standing(body, true))
    if (!(await staffing(scheme, item))[placeOf(scheme, item)]) stuck.push(item)
  await levelAnew(scheme, scheme, stuck)
  return stuck.length
}
