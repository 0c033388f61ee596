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
import { type partOfField, personFields, setParties } from './party.ts'
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
  await rewrite(one, await patchOf(plan, one.level, written))
  await setParties(await element(one.id), written)
  const [seen] = await elements([one.id])
  return seen ?? null
}

/** The columns that an answer sets. Throws where a field is not for the one who acts, or its terms unknown. */
async function patchOf(
  plan: Plan,
  level: Level,
  written: WrittenElement,
): Promise<Partial<NewElement>> {
  const { description } = written
  for (const name of Object.keys(written) as (keyof WrittenElement)[])
    if (written[name] !== undefined && name !== 'body')
      ensureFills(plan.fields, level, fieldOf[name] ?? (name as Field)) // Every other answer is a field.
  for (const id of written.categories ?? []) await ensureTerm('strategy.category', id, 'categories')
  for (const id of written.plans ?? []) await ensureTerm('strategy.transversal', id, 'plans')
  ensureReasons(written)
  return {
    ...columnsOf(written),
    ...(description !== undefined && { description: cleaned(description) }),
  }
}

/** What is written as it comes: all but people and rich text. */
function columnsOf(
  written: WrittenElement,
): Omit<WrittenElement, keyof typeof partOfField | 'description'> {
  const columns = { ...written }
  for (const name of ['managers', ...personFields, 'description'] as const) delete columns[name]
  return columns
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
