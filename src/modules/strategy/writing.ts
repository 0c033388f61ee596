import { sql } from 'kysely'
import { db } from '#kernel/db'
import { ensure, Forbidden, Invalid } from '#kernel/errors'
import { changed, takenPartly } from '#commons/records'
import {
  type Element,
  type NewElement,
  element,
  elementPath,
  elements,
  mayEdit,
  rewrite,
} from './element.ts'
import { elementFields, type FieldName, useNameOf, type WrittenElement } from './element-fields.tsx'
import { ensureFills, shows } from './fields.ts'
import type { Level } from './level.ts'
import { setParties } from './party.ts'
import { makeRoom } from './placement.ts'
import { type Plan, planOf } from './plan.ts'
import { addElement } from './structure.ts'
import { loadTree } from './tree.ts'
import { whole } from './weights.ts'

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
  for (const name of Object.keys(written) as FieldName[]) {
    const use = useNameOf(name)
    if (use && written[name] !== undefined) ensureFills(plan.fields, level, use)
  }
  return before ? changed(elementFields, written, before) : takenPartly(elementFields, written)
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
