import { z } from 'zod'
import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { ApiRoutes, type Call } from '#kernel/http'
import { ensureFresh, load, Version } from '#commons/dossiers'
import { indicatorsOf, NewMeasure, noteMeasure, valueOf } from '#commons/indicators'
import { takeStep } from '#commons/workflow'
import { addBudgetLine } from './budget.ts'
import { type Element, actions, element } from './element.ts'
import { ensureFills, hides } from './fields.ts'
import { levels } from './level.ts'
import { mirror, shareOut } from './placement.ts'
import { planOf, plans } from './plan.ts'
import { listPlans } from './queries.ts'
import { amount, AtParent, LevelOf, NewBudgetLine, Shares, Step } from './schema.ts'
import { WrittenElement } from './element-fields.tsx'
import { stepsOf } from './step.ts'
import { amountOf } from './totals.ts'
import { type PlanNode, type PlanTree, inOrder, loadTree } from './tree.ts'
import { editElement, writeBelow } from './writing.ts'

/** The verbs of a plan in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/strategy')
const reads = permission('strategy.read')
const edits = permission('strategy.element.edit')

const Named = z.object({ id: z.uuid(), title: z.string(), state: z.string() })
const Node = Named.extend({
  reference: z.string(),
  level: z.enum(levels),
  health: z.string().nullable(),
  progress: z.int().nullable().describe('In per cent; null where the plan hides it'),
  deadline: z.iso.date().nullable().describe('Its own, else the last one below'),
  late: z.boolean(),
  totals: z.array(z.object({ year: z.int(), source: z.uuid(), cents: z.int() })),
  parents: z.array(z.object({ id: z.uuid(), weight: z.number().describe('In per cent') })),
})
const Indicator = z.object({ id: z.uuid(), label: z.string(), value: z.number().nullable() })
const Whole = Node.extend({
  version: z.int(),
  description: z.string().optional().describe('Absent where the plan hides it'),
  indicators: z.array(Indicator),
})

const nodeAnswer = (node: PlanNode, { byId }: PlanTree) => ({
  ...node,
  progress: node.done,
  deadline: node.deadline && node.deadline.date.toString(),
  parents: node.places.flatMap(({ parent_id: id, weight }) =>
    byId.has(id) ? { id, weight: weight / 100 } : [],
  ),
  totals: [...node.total].map(([key, cents]) => {
    const { year, sourceId: source } = amountOf(key)
    return { year, source, cents }
  }),
})

async function answerOf({ id }: { id: string }): Promise<z.input<typeof Whole>> {
  const one = await element(id)
  const tree = await loadTree(await planOf(one))
  const node = tree.byId.get(id)
  if (!node) throw new NotFound()
  const hidden = hides(tree.plan.fields, one.level, 'indicators')
  const indicators = (hidden ? [] : await indicatorsOf([id])).map((it) => ({
    ...it,
    value: valueOf(it),
  }))
  return { ...one, ...nodeAnswer(node, tree), indicators }
}

const listed = { summary: 'The plans that I may see', answer: z.array(Named) }
api.on('get', '/plans', reads, listed, listPlans)

const Plan = Named.extend({
  sources: z.array(z.object({ id: z.uuid(), name: z.string() })),
  elements: z.array(Node),
})
const whole = { summary: 'A plan with all its elements that I may see', answer: Plan }
api.on('get', '/plans/:id', reads, whole, async (c) => {
  const tree = await loadTree(await load(c, plans))
  const { plan, sources } = tree
  return { ...plan, sources, elements: inOrder(tree).map(({ node }) => nodeAnswer(node, tree)) }
})

const read = { summary: 'An element, with what is computed of it', answer: Whole }
api.on('get', '/elements/:id', reads, read, async (c) => answerOf(await load(c, actions)))

/** Adds a route that changes an element, and answers as what it made or left it. */
function verb<S extends z.ZodType>(
  [method, path, summary]: readonly ['post' | 'put', string, string],
  body: S,
  act: (one: Element, sent: z.output<S>, c: Call) => Promise<Element | void>,
  allowed = edits,
): void {
  const status: 200 | 201 = path === '/children' ? 201 : 200
  const route = { summary, status, body: body as z.ZodType<z.output<S>>, answer: Whole }
  api.on(method, `/elements/:id${path}`, allowed, route, async (c, sent) => {
    const one = await load(c, actions)
    return answerOf((await act(one, sent, c)) ?? one)
  })
}

verb(
  ['post', '/children', 'Write an element below this one'],
  WrittenElement.extend(LevelOf.shape),
  (one, { level, ...written }) => writeBelow(one, level, written),
)
verb(
  ['put', '', 'Rewrite an element, from the version that was read'],
  WrittenElement.extend(Version.shape),
  async (one, { version, ...written }) => {
    await ensureFresh(one, version)
    return (await editElement(one, written)) ?? undefined
  },
)
verb(
  ['post', '/steps', 'Send an element on or back'],
  Step,
  async (one, step, c) => void (await takeStep(c, stepsOf(one), step)),
  permission('strategy.element.step'),
)
verb(
  ['put', '/places', 'Share its budget out over its places, in per cent by parent'],
  z.object({ weights: Shares }),
  (one, { weights }) => shareOut(one, weights),
)
verb(['post', '/mirrors', 'Show it in another place too'], AtParent, (one, { parent }) =>
  mirror(one, parent),
)
// Cents, as the answers tell them; a form takes euros.
const Line = NewBudgetLine.extend({ cents: amount })
verb(['post', '/budget', 'Add a line to its budget'], Line, addBudgetLine)
verb(
  ['post', '/indicators/:indicator/measures', 'Note a figure of an indicator'],
  NewMeasure,
  async (one, measure, c) => {
    ensureFills((await planOf(one)).fields, one.level, 'indicators')
    await noteMeasure(one, c.req.param('indicator') ?? '', measure)
  },
)
