import { actAs, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { addIndicator, indicatorsOf, valueOf } from '#commons/indicators'
import { without } from '#commons/records'
import { change } from '#commons/workflow'
import {
  type Element,
  elementFields,
  elements,
  type NewElement,
  levels,
  replaceParties,
  type Plan,
  openPlan,
  plans,
  type WrittenPlan,
  addElement,
  type PlanNode,
  type PlanTree,
  inOrder,
  rescaled,
  finalStates,
  keptParty,
  loadTree,
  planWorkflow,
} from '#modules/strategy'

/** Whether an element goes on in the next plan unless somebody decides otherwise: it is not over. */
export const unfinished = ({ state }: PlanNode): boolean => !finalStates.includes(state)

/**
 * Opens the plan of the next legislature with what goes on of this one: the chosen elements and all
 * above them, with their people and indicators, without tasks, budgets, states or progress; this one
 * is archived. Throws `Conflict` where it is not in force.
 */
export async function carryOver(
  tree: PlanTree,
  written: WrittenPlan,
  chosen: readonly string[],
): Promise<Plan> {
  ensure(tree.plan.state === 'in_force', Conflict, 'accountability.carry.not_in_force')
  const { id: previous_id, counted, fields, numbering } = tree.plan
  const next = await openPlan({ ...written, previous_id, counted, fields, numbering })
  const kept = withAncestors(tree, chosen)
  const texts = new Map<string, Element>(
    // The copy has what the plan hides, too.
    (await actAs(system, () => elements(kept.map(({ id }) => id)))).map((element) => [
      element.id,
      element,
    ]),
  )
  const whole = await actAs(system, () => loadTree(tree.plan))
  const copies = new Map<string, string>()
  for (const node of kept) {
    const from = texts.get(node.id)
    if (!from) continue
    const places = node.places.filter(({ parent_id }) => copies.has(parent_id))
    const weights = rescaled(places.map(({ weight }) => weight))
    const copy = await addElement(
      next,
      node.level,
      places.map(({ parent_id }, at) => ({
        parentId: copies.get(parent_id) ?? '',
        weight: weights[at] ?? 0,
      })),
      carried(from, next),
    )
    copies.set(node.id, copy.id)
    const people = whole.byId.get(node.id)?.parties ?? []
    if (people.length > 0) await replaceParties(copy, people.map(keptParty))
    await copyIndicators(node.id, copy)
  }
  await change(plans, planWorkflow, tree.plan, 'archive')
  return next
}

/** The chosen elements and all above them, each after its parents. */
function withAncestors(tree: PlanTree, chosen: readonly string[]): PlanNode[] {
  const kept = new Set<string>(tree.roots.map(({ id }) => id))
  const keep = (node: PlanNode) => {
    if (kept.has(node.id)) return
    kept.add(node.id)
    node.parents.forEach(keep)
  }
  for (const id of chosen) {
    const node = tree.byId.get(id)
    if (node) keep(node)
  }
  return inOrder(tree)
    .map(({ node }) => node)
    .filter(({ id }) => kept.has(id))
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}

/** What is said of an element and does not go on with it, because it tells of the legislature that ends. */
export const leftBehind = [
  // Its days.
  ...(['planned_begin', 'due_on', 'effective_begin', 'effective_end'] as const),
  // How far it came, and what was said of that.
  ...(['progress', 'progress_reason', 'health', 'health_reason'] as const),
  ...(['observation', 'remark', 'budget_comments'] as const),
] as const

const goesOn = Object.keys(without(elementFields, leftBehind))

const carried = (from: Element, next: Plan): NewElement => ({
  ...Object.fromEntries(goesOn.map((name) => [name, Reflect.get(from, name)])),
  title: from.title,
  nature: from.nature,
  body: next.body === 'shared' ? (from.body ?? null) : null,
  partners: from.partners,
  carried_from: from.id,
  service_id: from.service_id,
})

/** The figures stay with the old plan; where they ended is where the new ones begin. */
async function copyIndicators(fromId: string, copy: Element): Promise<void> {
  for (const one of await indicatorsOf([fromId])) {
    const { label, unit, source, direction } = one
    const baseline = valueOf(one)
    await addIndicator(copy, { label, unit, source, direction, baseline, targets: {} })
  }
}
