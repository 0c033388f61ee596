import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { tell } from '#commons/dossiers'
import { type Element, element, kindAt, mayEdit } from './element.ts'
import { type Level, levelRules } from './level.ts'
import { settleRights } from './rights.ts'
import { rescaled, whole } from './weights.ts'
import './tables.ts'

/** A place of an element: below which parent, where among its children, with which weight. */
export interface Place {
  parent_id: string
  position: number
  /** Hundredths of a per cent. */
  weight: number
}

/** What shares are made from: each place, and what it bears. */
export const standingPlaces = (places: readonly Pick<Place, 'parent_id' | 'weight'>[]) =>
  places.map(({ parent_id, weight }) => [parent_id, weight]).toSorted()

/** The places of an element, the original one first. */
export function placesOf(id: string): Promise<Place[]> {
  return db()
    .selectFrom('strategy.placement')
    .select(['parent_id', 'position', 'weight'])
    .where('child_id', '=', id)
    .orderBy('weight', 'desc')
    .orderBy('parent_id')
    .execute()
}

/** Puts an element at the end of the children of a parent. Throws `Conflict` where it cannot stand there. */
export async function place(
  child: { id: string; level: Level },
  parentId: string,
  planId: string,
  weight: number,
): Promise<void> {
  // One at a time in a plan: two that each look for a cycle would not see one another.
  await sql`select 1 from strategy.plan where id = ${planId} for update`.execute(db())
  const parent = await element(parentId)
  ensure(mayEdit(parent), Forbidden, 'strategy.element.not_yours')
  ensure(parent.plan_id === planId, Conflict, 'strategy.place.other_plan')
  ensure(levelRules[child.level].under.includes(parent.level), Conflict, 'strategy.place.level', {
    child: t(`strategy.level.${child.level}`),
    parent: t(`strategy.level.${parent.level}`),
  })
  const there = (await placesOf(child.id)).some((one) => one.parent_id === parentId)
  ensure(!there, Conflict, 'strategy.place.there_already')
  await ensureNoCycle(child.id, parentId)
  if (child.level === 'task' && (await below(parentId, 'sub_action')).length > 0)
    throw new Conflict('strategy.place.has_sub_actions')
  await sql`insert into strategy.placement (child_id, parent_id, plan_id, position, weight)
    select ${child.id}, ${parentId}, ${planId}, coalesce(max(position), 0) + 1, ${weight}
    from strategy.placement where parent_id = ${parentId}`.execute(db())
}

/** How many elements stand one below the other at most; only tasks can come so far. */
const deepest = 20

/** Throws `Conflict` where the parent stands below the child, or too deep to hold anything. */
async function ensureNoCycle(childId: string, parentId: string): Promise<void> {
  const { rows } = await sql<{ id: string; depth: number }>`
    with recursive above as (
      select ${parentId}::uuid as id, 1 as depth
      union
      select p.parent_id, depth + 1 from strategy.placement p join above a on p.child_id = a.id)
    select id, depth from above`.execute(db())
  ensure(!rows.some(({ id }) => id === childId), Conflict, 'strategy.place.cycle')
  ensure(!rows.some(({ depth }) => depth > deepest), Conflict, 'strategy.place.too_deep')
}

/**
 * Shows an element in another place too (mirror): the same element, not a copy. Its weight there is
 * 0 until it is shared out. A sub-action goes below no action that has tasks.
 */
export async function mirror(child: Element, parentId: string): Promise<void> {
  ensure(child.level !== 'task' && child.level !== 'volet', Conflict, 'strategy.place.no_mirror')
  if (child.level === 'sub_action')
    ensure((await below(parentId, 'task')).length === 0, Conflict, 'strategy.place.has_tasks')
  await place(child, parentId, child.plan_id, 0)
  await settleRights([child.id])
  await tell(kindAt(child.level), child.id, 'mirror', { parent: (await element(parentId)).title })
}

/** Takes an element out of one of its places; the weights of the others are rescaled to 100 %. */
export async function unplace(child: Element, parentId: string): Promise<void> {
  const places = await placesOf(child.id)
  const others = places.filter((one) => one.parent_id !== parentId)
  ensure(others.length < places.length, Conflict, 'strategy.place.not_there')
  ensure(others.length > 0, Conflict, 'strategy.place.last')
  await db()
    .deleteFrom('strategy.placement')
    .where('child_id', '=', child.id)
    .where('parent_id', '=', parentId)
    .execute()
  const weights = rescaled(others.map(({ weight }) => weight))
  await writeWeights(child.id, others, weights)
  await settleRights([child.id])
  await tell(kindAt(child.level), child.id, 'unplace', { parent: (await element(parentId)).title })
}

/**
 * Shares the budget of an element out over its places. `weights`: hundredths of a per cent by parent;
 * those of parents that are not named stay. Throws `Invalid` where they do not add up to 100 %.
 */
export async function shareOut(
  child: Element,
  weights: Readonly<Record<string, number>>,
): Promise<void> {
  const places = await placesOf(child.id)
  const given = places.map(({ parent_id, weight }) => weights[parent_id] ?? weight)
  const total = given.reduce((sum, weight) => sum + weight, 0)
  if (total !== whole)
    throw Invalid.field('weights', 'strategy.place.not_whole', { total: total / 100 })
  if (places.every(({ weight }, at) => weight === given[at])) return
  await writeWeights(child.id, places, given)
  await tell(kindAt(child.level), child.id, 'share_out')
}

/** Moves an element from a parent (the only one, unless told) to another; its weight goes with it. */
export async function movePlace(child: Element, to: string, from?: string): Promise<void> {
  const places = await placesOf(child.id)
  const left = places.find(({ parent_id }) => (from ? parent_id === from : places.length === 1))
  ensure(left, Conflict, 'strategy.place.not_there')
  if (child.level === 'sub_action') await makeRoom(to, child)
  await place(child, to, child.plan_id, left.weight)
  await db()
    .deleteFrom('strategy.placement')
    .where('child_id', '=', child.id)
    .where('parent_id', '=', left.parent_id)
    .execute()
  await settleRights([child.id])
  await tell(kindAt(child.level), child.id, 'move', { parent: (await element(to)).title })
}

/** Puts a child at a position among its brothers, 1 being the first. */
export async function orderChildren(parentId: string, childId: string, position: number) {
  const rows = await db()
    .selectFrom('strategy.placement')
    .select('child_id')
    .where('parent_id', '=', parentId)
    .orderBy('position')
    .execute()
  const others = rows.map(({ child_id }) => child_id).filter((id) => id !== childId)
  ensure(others.length < rows.length, Conflict, 'strategy.place.not_there')
  const order = others.toSpliced(position - 1, 0, childId)
  await sql`update strategy.placement p set position = o.position
    from unnest(${order}::uuid[]) with ordinality as o (id, position)
    where p.parent_id = ${parentId} and p.child_id = o.id`.execute(db())
}

/** An action holds tasks or sub-actions: those that it has go to the first sub-action that comes. */
export async function makeRoom(actionId: string, subAction: { id: string }): Promise<void> {
  const ids = await below(actionId, 'task')
  if (ids.length === 0) return
  await db()
    .updateTable('strategy.placement')
    .set({ parent_id: subAction.id })
    .where('parent_id', '=', actionId)
    .where('child_id', 'in', ids)
    .execute()
}

async function below(id: string, level: Level): Promise<string[]> {
  const rows = await db()
    .selectFrom('strategy.placement as p')
    .innerJoin('strategy.element as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.id', '=', 'p.child_id'),
    )
    .select('p.child_id')
    .where('p.parent_id', '=', id)
    .where('e.level', '=', level)
    .execute()
  return rows.map(({ child_id }) => child_id)
}

async function writeWeights(childId: string, places: readonly Place[], weights: readonly number[]) {
  const parents = places.map(({ parent_id }) => parent_id)
  await sql`update strategy.placement p set weight = w.weight
    from unnest(${parents}::uuid[], ${[...weights]}::integer[]) as w (parent_id, weight)
    where p.child_id = ${childId} and p.parent_id = w.parent_id`.execute(db())
}
