import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { emptyText } from '#kernel/richtext'
import { create, erase, refreshMany } from '#commons/dossiers'
import { type Element, type NewElement, element, kindAt, mayEdit } from './element.ts'
import { type Level, levelRules, referenceOf } from './level.ts'
import { place } from './placement.ts'
import { type Plan, newExchangeId, nextNumber, openPlan } from './plan.ts'
import { settleRights } from './rights.ts'
import type { WrittenPlan } from './plan-fields.ts'
import { workflowOf } from './workflow.ts'

/** A first place of a new element, and its weight. */
export interface FirstPlace {
  parentId: string
  weight: number
}

/**
 * Writes an element with its number and its places. Its people are set by `setParties`, which is
 * for the caller. Throws `Conflict` where its level does not stand below those parents.
 */
export async function addElement(
  plan: Plan,
  level: Level,
  places: readonly FirstPlace[],
  { title, due_on = null, service_id = null, state, ...own }: NewElement,
): Promise<Element> {
  ensure(plan.state !== 'archived', Conflict, 'strategy.plan.archived')
  const rule = levelRules[level]
  const number = own.number ?? (rule.prefix ? await nextNumber(plan) : null)
  const flow = workflowOf[rule.kind]
  const reference = referenceOf({ level, number })
  const { id } = await create(
    kindAt(level),
    { title, due_on, service_id, state: state ?? flow.initial, reference },
    {
      description: emptyText,
      exchange_id: newExchangeId(),
      exercise: plan.exercise,
      ...own,
      plan_id: plan.id,
      level,
      number,
    },
  )
  for (const { parentId, weight } of places) await place({ id, level }, parentId, plan.id, weight)
  await settleRights([id])
  return element(id)
}

/** Whether an element may be erased: written by mistake, and no more than created. */
export const isErasable = (one: Element): boolean =>
  mayEdit(one) && one.level !== 'volet' && one.state === 'created'

/** Erases an element that was written by mistake. Throws `Conflict` where something hangs on it. */
export async function eraseElement(one: Element): Promise<void> {
  ensure(isErasable(one), Forbidden, 'strategy.erase.begun')
  await erase(kindAt(one.level), one)
}

/** Opens a plan with its two volets, internal and external (CDLD L1123-27, § 2). */
export async function startPlan(
  written: WrittenPlan,
  volets: Record<'internal' | 'external', string>,
): Promise<Plan> {
  const plan = await openPlan(written)
  for (const nature of ['internal', 'external'] as const)
    await addElement(plan, 'volet', [], { title: volets[nature], nature })
  return plan
}

/** How the volets of a new plan are called. */
export const voletNames = () => ({
  internal: t('strategy.volet.internal'),
  external: t('strategy.volet.external'),
})

/** An archived plan is closed with all that is in it; restored, it opens again. */
export async function onArchive(events: readonly Event[]): Promise<void> {
  const plans = events.map(({ subjectId }) => subjectId)
  const rows = await db()
    .updateTable('strategy.element')
    .set({ archived: events.some(({ type }) => type === 'strategy.plan.archive') })
    .where('plan_id', 'in', plans)
    .returning(['id', 'level'])
    .execute()
  const tasks = rows.filter(({ level }) => level === 'task')
  await refreshMany(kindAt('task'), tasks)
}

/** The volets of a plan, its top. */
export async function voletIds(planId: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('strategy.element')
    .select('id')
    .where('plan_id', '=', planId)
    .where('level', '=', 'volet')
    .orderBy('nature', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
