import { sql } from 'kysely'
import { db } from '#kernel/db'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { fromField } from '#kernel/richtext'
import { ensureTerm } from '#commons/vocabularies'
import {
  type Element,
  type NewElement,
  element,
  elementPath,
  elements,
  mayEdit,
  rewrite,
} from './element.ts'
import { ensureFills, type Field, shows } from './fields.ts'
import type { Level } from './level.ts'
import { partOfField, setParties } from './party.ts'
import { makeRoom } from './placement.ts'
import { type Plan, planOf } from './plan.ts'
import type { WrittenElement } from './schema.ts'
import { addElement } from './structure.ts'
import { loadTree } from './tree.ts'
import { whole } from './weights.ts'

/** To which field of a plan's settings an answer belongs; those not named bear its name. */
const fieldOf: Partial<Record<keyof WrittenElement, Field>> = {
  due_on: 'planned_end',
  progress_reason: 'progress',
  effort: 'progress',
  remark: 'progress',
  health_reason: 'health',
}

/** The lists of words from which an element has some. */
export const labelLists = {
  categories: 'strategy.category',
  plans: 'strategy.transversal',
} as const

/** Writes a new element below one that the one who acts may change. */
export async function writeBelow(
  parent: Element,
  level: Level,
  written: WrittenElement,
): Promise<Element> {
  ensure(mayEdit(parent), Forbidden, 'strategy.element.not_yours')
  const plan = await planOf(parent)
  const root = await patchOf(plan, level, written)
  const places = [{ parentId: parent.id, weight: whole }]
  const added = await addElement(plan, level, places, { ...root, title: written.title })
  await ensureBody(plan, added.id, written.body)
  if (level === 'sub_action') await makeRoom(parent.id, added)
  await setParties(added, { ...written, managers: written.managers ?? [] })
  return element(added.id)
}

/**
 * Rewrites an element, as far as the plan's fields and the one who acts allow; null where they gave
 * away their own sight of it.
 */
export async function editElement(one: Element, written: WrittenElement): Promise<Element | null> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  const plan = await planOf(one)
  await rewrite(one, await patchOf(plan, one.level, written, one))
  if (written.body !== one.body) await ensureBody(plan, one.id, written.body)
  await setParties(await element(one.id), written)
  return (await elements([one.id]))[0] ?? null
}

/** The columns that an answer sets. Throws where a field is not for the one who acts, or its terms unknown. */
async function patchOf(
  plan: Plan,
  level: Level,
  written: WrittenElement,
  before?: Element,
): Promise<Partial<NewElement>> {
  const { description } = written
  for (const name of Object.keys(written) as (keyof WrittenElement)[])
    if (written[name] !== undefined && name !== 'body')
      ensureFills(plan.fields, level, fieldOf[name] ?? (name as Field)) // Every other answer is a field.
  for (const field of ['categories', 'plans'] as const)
    for (const id of written[field] ?? [])
      // What it has may stay.
      if (!before?.[field].includes(id)) await ensureTerm(labelLists[field], id, field)
  ensureReasons(written)
  return {
    // Who answers for it is no column.
    ...Object.fromEntries(Object.entries(written).filter(([name]) => !(name in partOfField))),
    ...(description !== undefined && { description: cleaned(description) }),
  }
}

/** The exports to eComptes would leave out what is of one body below the other, or in a plan of one. */
async function ensureBody(plan: Plan, id: string, body: WrittenElement['body']): Promise<void> {
  if (!body) return
  if (plan.body !== 'shared') throw Invalid.field('body', 'strategy.body.not_shared')
  const { rows } = await sql`
    with recursive kin (id, up) as (values (${id}::uuid, true), (${id}, false)
      union select case when up then parent_id else child_id end, up from strategy.placement
      join kin on id = case when up then child_id else parent_id end)
    select from strategy.element join kin using (id) where body <> ${body}`.execute(db())
  if (rows.length > 0) throw Invalid.field('body', 'strategy.body.of_other')
}

/** A progress by hand and a health that is not good say why. */
function ensureReasons({ progress, progress_reason, health, health_reason }: WrittenElement): void {
  if (typeof progress === 'number' && !progress_reason)
    throw Invalid.field('progress_reason', 'strategy.progress.reason_needed')
  if (health && health !== 'good' && !health_reason)
    throw Invalid.field('health_reason', 'strategy.health.reason_needed')
}

function cleaned(text: string) {
  const { html, broken } = fromField(text)
  const [first] = broken
  if (first) {
    const { line, column, excerpt } = first
    throw Invalid.field('description', 'strategy.element.broken_html', { line, column, excerpt })
  }
  return html
}

/** What a person is told after they wrote: that it is saved, or what does not fit in its dates. */
export async function toldOf(one: Element) {
  const tree = await loadTree(await planOf(one))
  const [problem] = tree.byId.get(one.id)?.problems ?? []
  if (problem && shows(tree.plan.fields, one.level, 'planned_end'))
    return { key: `strategy.date.${problem}`, tone: 'warn' } as const
  return { key: 'strategy.element.saved', params: { title: one.title } } as const
}

/** Where an element is shown, and its reference and title in words. */
export const linkOf = (one: { id: string; reference: string; title: string }) => ({
  href: elementPath(one),
  label: [one.reference, one.title].filter(Boolean).join(' '),
})
