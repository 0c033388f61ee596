import { actAs, type Actor, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { clean } from '#kernel/richtext'
import { today } from '#commons/clock'
import { services } from '#commons/directory'
import { addIndicator, noteMeasure } from '#commons/indicators'
import { enforce } from '#commons/workflow'
import { terms } from '#commons/vocabularies'
import { addBudgetLine } from './budget.ts'
import { type Element, element, kindAt } from './element.ts'
import { type Level, levelRules, levelsBelow } from './level.ts'
import { mirror, placesOf, shareOut } from './placement.ts'
import type { Sketch } from './sketch.ts'
import demonstration from './demonstration/plan.json' with { type: 'json' }
import { addElement, startPlan, voletIds } from './structure.ts'
import { setParties } from './party.ts'
import type { Plan } from './plan.ts'
import { whole } from './weights.ts'
import { workflowOf } from './workflow.ts'

// The file is of our making: its shape is that of `Sketch`.
const sketches = demonstration as unknown as readonly Sketch[]

const names = { internal: 'Volet interne', external: 'Volet externe' }

/** The fictional plan of Beauval: objectives, actions on their way, money, figures; all invented. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const coordinator = await accountIdOf('coordinator')
  const writer: Actor = { ...system, id: coordinator ?? null, name: 'Élise Moreval' }
  await actAs(writer, plant)
}

async function plant(): Promise<void> {
  const plan = await startPlan(
    {
      title: 'Programme stratégique transversal 2025-2030',
      starts_on: Temporal.PlainDate.from('2024-12-02'),
      ends_on: Temporal.PlainDate.from('2030-12-01'),
      designated_on: Temporal.PlainDate.from('2024-12-02'),
      first_year: 2025,
      last_year: 2030,
      body: 'shared',
      nis: 99_999,
    },
    names,
  )
  const grown = new Map<string, Element>()
  const [internal = '', external = ''] = await voletIds(plan.id)
  for (const sketch of sketches)
    await grow(plan, sketch, sketch.internal ? internal : external, 'strategic', grown)
  for (const sketch of grownSketches(sketches)) await place(sketch, grown)
}

const grownSketches = (all: readonly Sketch[]): Sketch[] =>
  all.flatMap((one) => [one, ...grownSketches(one.below ?? [])])

async function grow(
  plan: Plan,
  sketch: Sketch,
  parentId: string,
  level: Level,
  grown: Map<string, Element>,
): Promise<void> {
  const known = await termIds()
  const ids = (list: readonly string[] = []) => list.flatMap((name) => known.get(name) ?? [])
  const one = await addElement(plan, level, [{ parentId, weight: whole }], {
    title: sketch.title,
    due_on: sketch.due ? Temporal.PlainDate.from(sketch.due) : null,
    description: clean(sketch.description ? `<p>${sketch.description}</p>` : '').html,
    categories: ids(sketch.categories),
    plans: ids(sketch.plans),
    sdgs: [...(sketch.sdgs ?? [])],
    planned_begin: sketch.begin ? Temporal.PlainDate.from(sketch.begin) : null,
    body: sketch.body ?? null,
    progress: sketch.progress ?? null,
    progress_reason: sketch.progress === undefined ? '' : 'Selon le rapport du service',
    health: sketch.health ?? null,
    health_reason: sketch.healthReason ?? '',
    fte: sketch.fte ?? 0,
  })
  await people(one, sketch)
  await means(one, sketch, known)
  await advance(one, sketch.path ?? [])
  grown.set(sketch.title, one)
  for (const child of sketch.below ?? [])
    await grow(plan, child, one.id, child.level ?? levelsBelow(level)[0] ?? 'task', grown)
}

async function people(one: Element, { manager, mandatary, administrator, bearer }: Sketch) {
  const ids = (await services()).filter(({ name }) => name === manager).map(({ id }) => id)
  await setParties(one, {
    ...(ids.length > 0 && { managers: ids }),
    mandataries: mandatary,
    administrators: administrator,
    bearers: bearer,
  })
}

async function means(one: Element, sketch: Sketch, known: ReadonlyMap<string, string>) {
  for (const [source, year, euros] of sketch.budget ?? [])
    await addBudgetLine(one, {
      source_id: known.get(source) ?? '',
      year,
      cents: euros * 100,
      comment: '',
    })
  for (const { label, unit, direction, baseline, target, figures } of sketch.indicators ?? []) {
    const targets = { 2030: target }
    const id = await addIndicator(one, { label, unit, direction, baseline, targets, source: '' })
    for (const [at, value] of figures.entries()) {
      const measured_on = today().subtract({ months: 6 * (figures.length - at) })
      await noteMeasure(one, id, { measured_on, value, note: '' })
    }
  }
}

async function advance({ id, level }: Element, path: readonly string[]): Promise<void> {
  const flow = workflowOf[levelRules[level].kind]
  for (const verb of path)
    await enforce(kindAt(level), flow, await element(id), verb, { comment: 'Décision du comité' })
}

async function place({ title, mirrored }: Sketch, grown: ReadonlyMap<string, Element>) {
  const [child, parent] = [grown.get(title), grown.get(mirrored?.under ?? '')]
  if (!child || !parent || !mirrored) return
  const share = mirrored.percent * 100
  const [original] = await placesOf(child.id)
  await mirror(child, parent.id)
  await shareOut(child, { [parent.id]: share, [original?.parent_id ?? '']: whole - share })
}

async function termIds(): Promise<Map<string, string>> {
  const all = await Promise.all(
    ['strategy.category', 'strategy.transversal', 'strategy.source'].map((name) => terms(name)),
  )
  return new Map(all.flat().map(({ name, id }) => [name, id]))
}
