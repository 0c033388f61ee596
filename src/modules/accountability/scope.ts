import { today } from '#commons/clock'
import { added, type Amounts } from '#commons/budgets'
import {
  type ElementFilter,
  filtered,
  finalStates,
  levelRules,
  type PlanNode,
  type PlanTree,
  planPath,
} from '#modules/strategy'

/** What of a plan is counted: all of it, or one of its volets. */
export interface Scope {
  tree: PlanTree
  volets: readonly PlanNode[]
  /** The elements that the table of the plan shows with this filter. */
  found: (filter: ElementFilter) => PlanNode[]
  /** The address of that table. */
  href: (filter: ElementFilter) => string
}

/** The volet of that id; without one, the whole plan. */
export function scopeOf(tree: PlanTree, voletId = ''): Scope {
  const one = tree.roots.find(({ id }) => id === voletId)
  const narrowed = (filter: ElementFilter) => ({ ...(one && { volet: one.id }), ...filter })
  return {
    tree,
    volets: one ? [one] : tree.roots,
    found: (filter) => filtered(tree, narrowed(filter)),
    href: (filter) => {
      const set = Object.entries(narrowed(filter)).map(([name, value]) => [name, String(value)])
      return `${planPath(tree.plan)}/actions?${new URLSearchParams(set).toString()}`
    },
  }
}

/** Cents by year and source: the totals of the volets, in which nothing counts twice. */
export const amountsOf = ({ volets }: Scope): Amounts =>
  volets.map(({ total }) => total).reduce<Amounts>(added, new Map())

export const strategicOf = ({ volets }: Scope): PlanNode[] =>
  volets.flatMap(({ children }) => children)

const isAction = ({ level }: PlanNode) => levelRules[level].kind === 'strategy.action'
const deadlineOf = ({ deadline }: PlanNode) => deadline?.date.toString() ?? ''
const byDeadline = (a: PlanNode, b: PlanNode) => deadlineOf(a).localeCompare(deadlineOf(b))

/** Late actions, the latest first. */
export const lateActions = ({ found }: Scope): PlanNode[] =>
  found({ view: 'late' }).filter(isAction).toSorted(byDeadline)

/** Actions and tasks that are to be over within so many days. */
export function dueWithin({ found }: Scope, days: number): PlanNode[] {
  const [from, to] = [today().toString(), today().add({ days }).toString()]
  return [...found({}).filter(isAction), ...found({ level: 'task' })]
    .filter((node) => !finalStates.includes(node.state))
    .filter((node) => deadlineOf(node) >= from && deadlineOf(node) <= to)
    .toSorted(byDeadline)
}

/** Full-time equivalents by the service that manages first, the most first. */
export function fteByService({ found }: Scope): { id: string; name: string; fte: number }[] {
  const services = new Map<string, { id: string; name: string; fte: number }>()
  for (const { fte, parties } of found({})) {
    const manager = parties.find(({ part }) => part === 'manager')
    if (fte === 0 || !manager?.service_id) continue
    const known = services.get(manager.service_id)
    const sum = fte + (known?.fte ?? 0)
    services.set(manager.service_id, { id: manager.service_id, name: manager.name, fte: sum })
  }
  return [...services.values()].toSorted((a, b) => b.fte - a.fte)
}
