import { z } from 'zod'
import { NotFound } from '#kernel/errors'
import { amountOf, budgetLines } from '#commons/budgets'
import { indicatorsOf, valueOf } from '#commons/indicators'
import { answered } from '#commons/records'
import { element } from '../element.ts'
import { allFields, answersOf } from '../element-fields.tsx'
import { fieldUses, hides } from '../fields.ts'
import { levels } from '../level.ts'
import { managersOf, namesIn } from '../party.ts'
import { planOf } from '../plan.ts'
import { planFields } from '../plan-fields.ts'
import { Settings } from '../schema.ts'
import { type PlanNode, type PlanTree, inOrder, loadTree } from '../tree.ts'

export const Named = z.object({ id: z.uuid(), title: z.string(), state: z.string() })

/** What a list of elements tells of each. */
export const Node = Named.extend({
  reference: z.string(),
  level: z.enum(levels),
  health: z.string().nullable(),
  done: z.int().nullable().describe('How far it is, in per cent; null where the plan hides it'),
  deadline: z.iso.date().nullable().describe('Its own, else the last one below'),
  late: z.boolean(),
  totals: z.array(z.object({ year: z.int(), source: z.uuid(), cents: z.int() })),
  parents: z.array(z.object({ id: z.uuid(), weight: z.number().describe('In per cent') })),
})

const Indicator = z.object({ id: z.uuid(), label: z.string(), value: z.number().nullable() })
const Line = z.object({
  ...{ id: z.uuid(), source_id: z.uuid(), year: z.int() },
  ...{ cents: z.int(), comment: z.string() },
})

/** What a PUT takes stands in it, as far as the plan shows it at this level. */
export const Whole = Node.omit({ health: true }).extend({
  version: z.int(),
  ...z.object(answered(allFields)).partial().shape,
  title: z.string(),
  indicators: z.array(Indicator),
  lines: z.array(Line).describe('Of its own budget'),
})

/** A plan, what a PUT of it and of its settings take. */
export const PlanSaid = z.object({
  ...{ id: z.uuid(), state: z.string(), version: z.int() },
  ...answered(planFields),
  title: z.string(),
  ...{ numbering: Settings.shape.numbering, exercise: z.int(), counted: z.array(z.string()) },
  fields: z
    .partialRecord(z.enum(levels), z.record(z.string(), z.enum(fieldUses)))
    .describe('What it changes to the use of fields, by level'),
})

export const WholePlan = PlanSaid.extend({
  sources: z.array(z.object({ id: z.uuid(), name: z.string() })),
  elements: z.array(Node),
})

/** An element as a list tells it. */
export const nodeAnswer = (node: PlanNode, { byId }: PlanTree) => ({
  ...{ id: node.id, title: node.title, state: node.state, reference: node.reference },
  ...{ level: node.level, health: node.health, done: node.done, late: node.late },
  deadline: node.deadline && node.deadline.date.toString(),
  parents: node.places.flatMap(({ parent_id: id, weight }) =>
    byId.has(id) ? { id, weight: weight / 100 } : [],
  ),
  totals: [...node.total].map(([key, cents]) => {
    const { year, sourceId: source } = amountOf(key)
    return { year, source, cents }
  }),
})

/** A plan with all its elements that the one who asks may see. */
export const planAnswer = (tree: PlanTree): z.input<typeof WholePlan> => ({
  ...tree.plan,
  sources: tree.sources,
  elements: inOrder(tree).map(({ node }) => nodeAnswer(node, tree)),
})

/** An element with all that is said and computed of it. */
export async function answerOf({ id }: { id: string }): Promise<z.input<typeof Whole>> {
  const one = await element(id)
  const tree = await loadTree(await planOf(one))
  const node = tree.byId.get(id)
  if (!node) throw new NotFound()
  const shows = (field: 'indicators' | 'budget') => !hides(tree.plan.fields, one.level, field)
  const indicators = (shows('indicators') ? await indicatorsOf([id]) : []).map((it) => ({
    ...it,
    value: valueOf(it),
  }))
  const lines = shows('budget') ? await budgetLines(id) : []
  const answers = { ...one, managers: managersOf(node.parties), ...namesIn(node.parties) }
  const said = Object.fromEntries(
    answersOf(tree.plan, one.level).map((name) => [name, answers[name]]),
  )
  const { health: _, ...computed } = nodeAnswer(node, tree)
  return { ...computed, version: one.version, ...said, title: one.title, indicators, lines }
}
