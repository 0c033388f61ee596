import { sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'
import { db } from '#kernel/db'
import type { Plan } from './plan.ts'
import type { PlanNode, PlanTree } from './tree.ts'
import { inOrder } from './tree.ts'

export type ListedPlan = Pick<Plan, 'id' | 'title' | 'state' | 'body' | 'starts_on' | 'ends_on'> & {
  /** How many objectives and actions it has. */
  elements: number
}

/** The plans that the one who acts may see, that of the latest legislature first. */
export async function listPlans(): Promise<ListedPlan[]> {
  const { rows } = await sql<ListedPlan>`
    select d.id, d.title, d.state, p.body, p.starts_on, p.ends_on,
      (select count(*)::int from strategy.element e where e.tenant_id = p.tenant_id
        and e.plan_id = p.id and e.level not in ('volet', 'task')) as elements
    from strategy.plan p join commons.dossier d using (tenant_id, id)
    where (${isSystem()} or d.readers && ${[...actor().principals]}::text[])
    order by p.starts_on desc, d.id desc`.execute(db())
  return rows
}

/** What a list of elements may be narrowed to; each part that is set must hold. */
export interface ElementFilter {
  level?: string | undefined
  /** What it stands below, at any depth. */
  under?: string | undefined
  state?: string | undefined
  health?: string | undefined
  /** A service that manages it. */
  service?: string | undefined
  category?: string | undefined
  transversal?: string | undefined
  sdg?: number | undefined
  view?:
    | 'mine'
    | 'mandatary'
    | 'late'
    | 'starts_late'
    | 'late_below'
    | 'no_deadline'
    | ''
    | undefined
  /** Words of the title or the reference. */
  q?: string | undefined
}

const folded = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('fr')

const personId = () => actor().id
const services = () =>
  new Set(actor().principals.flatMap((one) => one.match(/^service:([\da-f-]{36})$/)?.[1] ?? []))

/** Whether the one who acts has a part in an element: by name, or by their service. */
export function isMine(node: PlanNode): boolean {
  const mine = services()
  return node.parties.some(
    ({ person_id, service_id }) =>
      (person_id !== null && person_id === personId()) ||
      (service_id !== null && mine.has(service_id)),
  )
}

const standsBelow = ({ parents }: PlanNode, id: string): boolean =>
  parents.some((parent) => parent.id === id || standsBelow(parent, id))

const views: Record<NonNullable<ElementFilter['view']>, (node: PlanNode) => boolean> = {
  '': () => true,
  mine: isMine,
  mandatary: ({ parties }) =>
    parties.some(({ part, person_id }) => part === 'mandatary' && person_id === personId()),
  late: ({ late }) => late,
  starts_late: ({ startsLate }) => startsLate,
  late_below: ({ children }) => children.some(({ late }) => late),
  no_deadline: ({ deadline }) => deadline === null,
}

/** The elements of a plan that a filter leaves, in the order of the tree, each once, tasks on demand. */
export function filtered(tree: PlanTree, filter: ElementFilter): PlanNode[] {
  const { level, under, state, health, service, category, transversal, sdg, view = '', q } = filter
  const words = folded(q ?? '')
  return inOrder(tree)
    .map(({ node }) => node)
    .filter((node) =>
      level ? node.level === level : node.level !== 'volet' && node.level !== 'task',
    )
    .filter((node) => !under || standsBelow(node, under))
    .filter((node) => !state || node.state === state)
    .filter((node) => !health || node.health === health)
    .filter((node) => !service || node.parties.some(({ service_id }) => service_id === service))
    .filter((node) => !category || node.categories.includes(category))
    .filter((node) => !transversal || node.plans.includes(transversal))
    .filter((node) => !sdg || node.sdgs.includes(sdg))
    .filter((node) => !words || folded(`${node.reference} ${node.title}`).includes(words))
    .filter(views[view])
}
