import { sql } from 'kysely'
import { today } from '#commons/clock'
import { isSystem } from '#kernel/access'
import { type Breath, breath } from '#kernel/aside'
import { db } from '#kernel/db'
import { authorityKey } from '#kernel/tenancy'
import { type Amounts, added, amountsOf } from '#commons/budgets'
import { seen } from '#commons/dossiers'
import { allTerms, type Term } from '#commons/vocabularies'
import { sources as sourcesOfMoney } from './budget.ts'
import {
  type DateProblem,
  type Deadline,
  dateProblems,
  deadlineOf,
  isLate,
  noSpans,
  startsLate,
} from './deadline.ts'
import type { Element, ElementColumns } from './element.ts'
import { lineNames, type SaidColumns, type SaidName } from './element-fields.tsx'
import { blankDates, blankHidden } from './hidden.ts'
import { levels, referenceOf } from './level.ts'
import { type Party, partiesIn } from './party.ts'
import type { Plan } from './plan.ts'
import { progressOf } from './progress.ts'
import type { Place } from './placement.ts'
import { rollUp } from './totals.ts'

/** The columns that every view of a plan reads: not the long texts, nor what the tree says already. */
const treeColumns = [
  ...(['level', 'number', 'nature', 'body', 'priority', 'categories', 'plans', 'sdgs'] as const),
  ...(['planned_begin', 'effective_begin', 'effective_end', 'progress', 'effort'] as const),
  ...(['health', 'health_reason', 'fte', 'editors', 'archived'] as const),
] as const
const rowColumns = [
  ...new Set([
    ...treeColumns,
    ...lineNames.filter((name) => name !== 'title' && name !== 'due_on'),
  ]),
]
type Row = Pick<ElementColumns & SaidColumns, (typeof treeColumns)[number]> &
  Pick<Element, 'title' | 'state' | 'service_id' | 'created_by' | 'due_on'> & {
    id: string
    /** Whether the one who looks may read it; what they may not still counts in totals. */
    visible: boolean
  }

/** An element in its plan, with all that is computed of it. */
export interface PlanNode extends Row {
  /** « A.16 », or « 1.2.3 » where the plan numbers by order. */
  reference: string
  /** Every field that fits in a line, by its name; what the plan hides is not there. */
  said: Partial<Record<SaidName, unknown>>
  readonly children: PlanNode[]
  readonly parents: PlanNode[]
  /** What it asks for by itself. */
  own: Amounts
  places: Place[]
  parties: Party[]
  /** From below, and with its own. */
  below: Amounts
  total: Amounts
  /** In per cent; null where the plan hides it. */
  done: number | null
  deadline: Deadline | null
  problems: DateProblem[]
  late: boolean
  startsLate: boolean
}

/** A whole plan in memory: five queries, whatever its size. */
export interface PlanTree {
  plan: Plan
  /** The volets. */
  roots: PlanNode[]
  /** All that the one who looks may read, each once. */
  nodes: PlanNode[]
  byId: ReadonlyMap<string, PlanNode>
  /** All of them, those proposed no more too. */
  sources: Term[]
}

/**
 * Reads a plan with its totals, progress and deadlines, without what it hides. Totals are the same for all
 * who look. `whole`: with what it hides, for a copy or an exchange that nobody reads as a page.
 */
export async function loadTree(
  plan: Plan,
  { on = today(), whole = isSystem(), brief = false }: Reading = {},
): Promise<PlanTree> {
  const rows = await rowsOf(plan.id, brief ? treeColumns : rowColumns)
  const placements = await placementsOf(plan.id)
  const budgets = await amountsOf(rows.map(({ id }) => id))
  const parties = await partiesIn(plan.id)
  const sources = await allTerms(sourcesOfMoney)
  // Of a plan of thousands each step takes milliseconds: others are answered between.
  const others = breath(authorityKey())
  const nodes = new Map(
    rows.map((row) => [row.id, bare(row, brief ? [] : lineNames, budgets.get(row.id))]),
  )
  await others.breathe()
  for (const { child_id, ...place } of placements) {
    const [child, parent] = [nodes.get(child_id), nodes.get(place.parent_id)]
    if (!child || !parent) continue
    child.places.push(place)
    child.parents.push(parent)
    parent.children.push(child)
  }
  for (const { places } of nodes.values())
    if (places.length > 1) places.sort((a, b) => (a.parent_id < b.parent_id ? -1 : 1))
  for (const party of parties) nodes.get(party.element_id)?.parties.push(party)
  await others.breathe()
  const all = [...nodes.values()]
  const roots = all.filter(({ level }) => level === 'volet').toSorted(byNature)
  number(roots, plan)
  if (!whole) for (const node of all) blankDates(node, plan.fields)
  await compute(all, rollUp(roots, plan.counted), on, others)
  await others.breathe()
  const visible = all.filter((node) => node.visible)
  if (visible.length < all.length)
    for (const side of ['children', 'parents'] as const)
      for (const node of visible) prune(node, side)
  if (!whole) for (const node of visible) blankHidden(node, plan.fields)
  return {
    plan,
    roots,
    nodes: visible,
    byId: new Map(visible.map((one) => [one.id, one])),
    sources,
  }
}

interface Reading {
  on?: Temporal.PlainDate
  whole?: boolean
  /** Without what every field says (`said`), which the tree does not show. */
  brief?: boolean
}

function bare(row: Row, names: readonly SaidName[], own: Amounts = new Map()): PlanNode {
  const said: PlanNode['said'] = {}
  for (const name of names) said[name] = Reflect.get(row, name)
  const computed = { below: new Map(), total: new Map(), done: 0, deadline: null, problems: [] }
  return {
    ...row,
    ...computed,
    reference: referenceOf(row),
    said,
    own,
    children: [],
    parents: [],
    places: [],
    parties: [],
    late: false,
    startsLate: false,
  }
}

/** The internal volet first. */
const byNature = (a: PlanNode, b: PlanNode) =>
  (b.nature ?? '').localeCompare(a.nature ?? '') || a.id.localeCompare(b.id)

/** Numbers by order, « 1.2.3 », where the plan asks for it: each element by its first place. */
function number(roots: readonly PlanNode[], { numbering }: Plan): void {
  if (numbering !== 'outline') return
  const seen = new Set<string>()
  const visit = (children: readonly PlanNode[], prefix: string) =>
    children
      .filter(({ level }) => level !== 'task')
      .forEach((child, index) => {
        if (seen.has(child.id)) return
        seen.add(child.id)
        child.reference = prefix ? `${prefix}.${index + 1}` : String(index + 1)
        visit(child.children, child.reference)
      })
  visit(
    roots.flatMap(({ children }) => children),
    '',
  )
}

async function compute(
  all: readonly PlanNode[],
  below: ReadonlyMap<string, Amounts>,
  on: Temporal.PlainDate,
  others: Breath,
): Promise<void> {
  const known = noSpans()
  for (const node of all) {
    if (others.isDue()) await others.breathe()
    node.below = below.get(node.id) ?? new Map()
    node.total = added(node.own, node.below)
    node.done = progressOf(node)
    node.deadline = deadlineOf(node, known)
    node.problems = dateProblems(node, known)
    node.late = isLate(node, on, known)
    node.startsLate = startsLate(node, on)
  }
}

/**
 * Takes away what the one who looks may not read, once all is computed: the next that they may read,
 * below it or above, stands in its place.
 */
function prune(node: PlanNode, way: 'children' | 'parents'): void {
  const seen = (next: readonly PlanNode[]): PlanNode[] =>
    next.flatMap((one) => (one.visible ? one : seen(one[way])))
  node[way].splice(0, node[way].length, ...new Set(seen(node[way])))
}

async function rowsOf(planId: string, columns: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.id, d.title, d.state, d.service_id, d.created_by, d.due_on,
      ${sql.join(columns.map((name) => sql.ref(`e.${name}`)))},
      ${seen()} as visible
    from strategy.element e join commons.dossier d using (tenant_id, id)
    where e.plan_id = ${planId} order by e.id`.execute(db())
  return rows
}

/** All places of a plan, in the order of the children of each parent. */
function placementsOf(planId: string): Promise<(Place & { child_id: string })[]> {
  return db()
    .selectFrom('strategy.placement')
    .select(['child_id', 'parent_id', 'position', 'weight'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('child_id')
    .execute()
}

/**
 * All nodes in the order of the tree, each once, with how deep it stands at its first place; at the
 * end those whose parents the one who looks may not read.
 */
export function inOrder(tree: PlanTree): { node: PlanNode; depth: number }[] {
  const found = new Map<string, { node: PlanNode; depth: number }>()
  const visit = (node: PlanNode, depth: number) => {
    if (found.has(node.id)) return
    found.set(node.id, { node, depth })
    for (const child of node.children) visit(child, depth + 1)
  }
  for (const root of tree.roots) visit(root, 1)
  const cut = tree.nodes.filter(({ parents }) => !parents.some(({ visible }) => visible))
  for (const node of cut) visit(node, levels.indexOf(node.level) + 1)
  return [...found.values()]
}
