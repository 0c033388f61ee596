import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { folded } from '#kernel/i18n'
import { myServices } from '#commons/directory'
import { seen } from '#commons/dossiers'
import { choiceNames } from './element-fields.tsx'
import { levelRules } from './level.ts'
import type { Party } from './party.ts'
import type { Part } from './tables.ts'
import type { Plan } from './plan.ts'
import { conditionIn, type ElementQuery } from './schema.ts'
import { inOrder, type PlanNode, type PlanTree } from './tree.ts'

type ListedPlan = Pick<Plan, 'id' | 'title' | 'state' | 'body'>

/** The plans that the one who acts may see, that of the latest legislature first. */
export async function listPlans(): Promise<ListedPlan[]> {
  const { rows } = await sql<ListedPlan>`
    select d.id, d.title, d.state, p.body
    from strategy.plan p join commons.dossier d using (tenant_id, id)
    where ${seen()}
    order by p.starts_on desc, d.id desc`.execute(db())
  return rows
}

const isMe = ({ person_id }: Party) => person_id !== null && person_id === actor().id

/** Whether the one who acts answers for an element: by name, or by their service. */
const isMine = ({ parties }: PlanNode): boolean =>
  parties
    .filter(({ part }) => part !== 'concerned')
    .some((one) => isMe(one) || myServices().includes(one.service_id ?? ''))

/** The mandataries of an element; of an action without its own, those of what is above. */
function mandatariesOf({ parties, parents }: PlanNode): Party[] {
  const own = parties.filter(({ part }) => part === 'mandatary')
  return own.length > 0 ? own : parents.flatMap(mandatariesOf)
}

/** Whether the one who acts answers for it in this part. */
const answersAs = (wanted: Part) => (one: PlanNode) =>
  one.parties.some((party) => party.part === wanted && isMe(party))

const views: Record<string, (node: PlanNode) => boolean> = {
  mine: isMine,
  mandatary: (node) => mandatariesOf(node).some(isMe),
  administrator: answersAs('administrator'),
  bearer: answersAs('bearer'),
  late: ({ late }) => late,
  starts_late: ({ startsLate }) => startsLate,
  late_below: ({ children }) => children.some(({ late }) => late),
  no_deadline: ({ deadline }) => deadline === null,
  troubled: ({ health }) => health === 'risk' || health === 'blocked',
}

/** The names of what a list of elements can show. */
export const viewNames: readonly string[] = Object.keys(views)

/** What a list of elements is narrowed to; each part that is set must hold. */
export type ElementFilter = Partial<ElementQuery>

type Narrowing = Exclude<keyof ElementQuery, 'view' | 'sort' | 'lapsed' | 'with'>
const narrowings: Record<Narrowing, (node: PlanNode, wanted: string) => boolean> = {
  volet: (node, id) => node.id === id || node.parents.some((one) => narrowings.volet(one, id)),
  level: ({ level }, wanted) =>
    level === wanted || (wanted === 'actions' && levelRules[level].kind === 'strategy.action'),
  state: ({ state }, wanted) => state === wanted,
  child: ({ children }, wanted) => children.some(({ state }) => state === wanted),
  health: ({ health }, wanted) => health === wanted,
  service: ({ parties }, id) =>
    parties.some(({ part, service_id }) => part === 'manager' && service_id === id),
  category: ({ categories }, id) => categories.includes(id),
  transversal: ({ plans }, id) => plans.includes(id),
  sdg: ({ sdgs }, goal) => sdgs.includes(Number(goal)),
  q: ({ reference, title }, words) =>
    words.split(/\s+/).every((word) => folded(`${reference} ${title}`).includes(folded(word))),
}
// Object.keys gives the names of what is narrowed.
const narrowed = Object.keys(narrowings) as Narrowing[]

/** The elements of a plan that are asked for, each once: volets never, tasks only by their level. */
export function filtered(tree: PlanTree, query: ElementFilter): PlanNode[] {
  const { view = '' } = query
  return inOrder(tree)
    .map(({ node }) => node)
    .filter(({ level }) => level !== 'volet' && (level !== 'task' || query.level === 'task'))
    .filter(Object.hasOwn(views, view) ? (views[view] ?? Boolean) : Boolean)
    .filter(({ said }) =>
      choiceNames.every((name) => {
        const wanted = conditionIn(query, name)
        return !wanted || [said[name]].flat().map(String).includes(wanted)
      }),
    )
    .filter((node) => narrowed.every((by) => !query[by] || narrowings[by](node, query[by])))
}
