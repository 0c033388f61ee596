import { z } from 'zod'
import { actAs, type Actor, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { today } from '#commons/clock'
import { services } from '#commons/directory'
import { addIndicator, noteMeasure } from '#commons/indicators'
import { terms } from '#commons/vocabularies'
import { enforce } from '#commons/workflow'
import { addBudgetLine } from './budget.ts'
import demonstration from './demonstration/plan.json' with { type: 'json' }
import { type Element, element, kindAt } from './element.ts'
import { type Level, levelRules, levels, levelsBelow } from './level.ts'
import { mirror, placesOf, shareOut } from './placement.ts'
import { WrittenElement } from './element-fields.tsx'
import { WrittenPlan } from './plan-fields.ts'
import { TypedLine } from '#commons/budgets'
import { startPlan, voletIds } from './structure.ts'
import { whole } from './weights.ts'
import { workflowOf } from './workflow.ts'
import { writeBelow } from './writing.ts'

/** An invented element: what its form would say, by names instead of ids, and what is below it. */
const Sketch = z.looseObject({
  title: z.string(),
  level: z.enum(levels).optional(),
  internal: z.boolean().default(false),
  managers: z.array(z.string()).optional(),
  /** The steps that it has made. */
  path: z.array(z.string()).default([]),
  budget: z.array(z.looseObject({})).default([]),
  indicators: z
    .array(
      z.object({
        ...{ label: z.string(), unit: z.string(), direction: z.enum(['up', 'down']) },
        ...{ baseline: z.number(), target: z.number(), figures: z.array(z.number()) },
      }),
    )
    .default([]),
  /** Where it stands too, and its share there. */
  mirrored: z.object({ under: z.string(), percent: z.number() }).optional(),
  get below() {
    return z.array(Sketch).default([])
  },
})
type Sketch = z.output<typeof Sketch>

/** The fictional plan of Beauval: objectives, actions on their way, money, figures; all invented. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const coordinator = await accountIdOf('coordinator')
  const writer: Actor = { ...system, id: coordinator ?? null, name: 'Élise Moreval' }
  await actAs(writer, plant)
}

async function plant(): Promise<void> {
  const title = 'Programme stratégique transversal 2025-2030'
  const term = { starts_on: '2024-12-02', ends_on: '2030-12-01', designated_on: '2024-12-02' }
  const years = { first_year: 2025, last_year: 2030, body: 'shared', nis: 99_999 }
  const plan = await startPlan(WrittenPlan.parse({ title, ...term, ...years }), {
    internal: 'Volet interne',
    external: 'Volet externe',
  })
  const [internal = '', external = ''] = await voletIds(plan.id)
  const ids = await termIds()
  const serviceIds = new Map((await services()).map(({ name, id }) => [name, id]))
  const grown: [Element, Sketch][] = []
  const grow = async (sketch: Sketch, parent: Element, level: Level): Promise<void> => {
    const managers = sketch.managers?.map((name) => serviceIds.get(name))
    const answers = WrittenElement.parse(Object.assign(named(sketch, ids), { managers }))
    const one = await writeBelow(parent, level, answers)
    grown.push([one, sketch])
    await give(one, sketch, ids)
    for (const child of sketch.below)
      await grow(child, one, child.level ?? levelsBelow(level)[0] ?? 'task')
    const flow = workflowOf[levelRules[level].kind]
    for (const verb of sketch.path)
      await enforce(kindAt(level), flow, await element(one.id), verb, {
        comment: 'Décidé en comité',
      })
  }
  for (const sketch of z.array(Sketch).parse(demonstration))
    await grow(sketch, await element(sketch.internal ? internal : external), 'strategic')
  for (const [one, { mirrored }] of grown) {
    const under = grown.find(([, { title: known }]) => known === mirrored?.under)
    if (under && mirrored) await share(one, under[0], mirrored.percent)
  }
}

/** Categories, transversal plans and sources by their names. */
async function termIds(): Promise<ReadonlyMap<string, string>> {
  const lists = ['strategy.category', 'strategy.transversal', 'strategy.source']
  const all = await Promise.all(lists.map((list) => terms(list)))
  return new Map(all.flat().map(({ name, id }) => [name, id]))
}

/** The same answers, names that are known replaced by their ids. */
const named = (answers: object, ids: ReadonlyMap<string, string>): object =>
  JSON.parse(JSON.stringify(answers), (key, value: unknown) =>
    typeof value === 'string' && key !== 'title' ? (ids.get(value) ?? value) : value,
  )

async function give(one: Element, sketch: Sketch, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const line of sketch.budget) await addBudgetLine(one, TypedLine.parse(named(line, ids)))
  for (const { target, figures, ...indicator } of sketch.indicators) {
    const id = await addIndicator(one, { ...indicator, source: '', targets: { 2030: target } })
    for (const [at, value] of figures.entries()) {
      const measured_on = today().subtract({ months: 6 * (figures.length - at) })
      await noteMeasure(one, id, { measured_on, value, note: '' })
    }
  }
}

/** Places an element below a second parent, with a share of its budget. */
async function share(one: Element, { id }: Element, percent: number): Promise<void> {
  const [original] = await placesOf(one.id)
  await mirror(one, id)
  const there = percent * 100
  await shareOut(one, { [id]: there, [original?.parent_id ?? '']: whole - there })
}
