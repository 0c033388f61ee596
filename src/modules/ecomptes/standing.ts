import { actAs, system } from '#kernel/access'
import {
  type Element,
  type Level,
  type Party,
  type Plan,
  type PlanNode,
  elements,
  levelRules,
  loadTree,
} from '#modules/strategy'
import { emptyText } from '#kernel/richtext'
import { allTerms } from '#commons/vocabularies'
import { articlesOf, projectionsOf } from './account.ts'
import { type ExchangeStatus, type ExchangedElement, codes } from './exchange.ts'
import { joinLabel, splitLabel } from './label.ts'
import { exchangedOf } from './text.ts'

/** An element of ours, and how the exchange says it at its original place. */
export interface Stood {
  node: PlanNode
  element: Element
  own: ExchangedElement
}

/** A plan as it stands, its elements by the ids of eComptes and by ours, without its tasks. */
export interface Standing {
  plan: Plan
  roots: readonly PlanNode[]
  byExchangeId: ReadonlyMap<string, Stood>
  byId: ReadonlyMap<string, Stood>
}

/** Reads a plan as the exchange says it: as many queries, whatever its size. */
export async function standingOf(plan: Plan): Promise<Standing> {
  const { roots, nodes } = await loadTree(plan, { whole: true })
  const ids = nodes.map(({ id }) => id)
  const whole = new Map<string, Element>(
    (await actAs(system, () => elements(ids))).map((one) => [one.id, one]),
  )
  const articles = Map.groupBy(await articlesOf(ids), (one) => one.element_id)
  const projections = Map.groupBy(await projectionsOf(ids), (one) => one.element_id)
  const terms = await allTerms('strategy.transversal')
  const stood = nodes.flatMap((node): Stood[] => {
    const element = whole.get(node.id)
    if (!element || node.level === 'task') return []
    const own = {
      ...saidOf(node, element),
      plans: node.plans.flatMap((id) => terms.find((one) => one.id === id)?.name ?? []),
      articles: articles.get(node.id) ?? [],
      projections: projections.get(node.id) ?? [],
    }
    return [{ node, element, own }]
  })
  const byExchangeId = new Map(stood.map((one) => [one.element.exchange_id, one]))
  return { plan, roots, byExchangeId, byId: new Map(stood.map((one) => [one.node.id, one])) }
}

/** The parent at the original place of an element: where it weighs most, the first of equals. */
export function originalParent(node: PlanNode): PlanNode | null {
  const [original] = node.places.toSorted((a, b) => b.weight - a.weight)
  return node.parents.find(({ id }) => id === original?.parent_id) ?? null
}

/** « A.16 - SA.17 - Réaliser… »: a title that bears numbers already says them itself. */
export function labelOf(node: PlanNode, above: PlanNode | null): string {
  const { title } = node
  const numbered = node.level === 'sub_action' && above ? [above, node] : [node]
  const numbers = numbered.flatMap(({ level, number }) => {
    const { prefix } = levelRules[level]
    return prefix && number !== null ? [{ prefix, number }] : []
  })
  return joinLabel({ numbers: splitLabel(title).numbers.length > 0 ? [] : numbers, title })
}

/** What a status is for an objective, and for an action. */
const states: Readonly<Record<ExchangeStatus, readonly [string, string]>> = {
  NON_COMMENCE: ['created', 'created'],
  EN_COURS: ['ongoing', 'ongoing'],
  TERMINE: ['achieved', 'terminated'],
  PROBLEME: ['ongoing', 'stopped'],
  EN_ATTENTE: ['created', 'to_be_scheduled'],
  ANNULE_ABANDONNE: ['abandoned', 'abandoned'],
}

/** The state that a status of eComptes stands for, and back. */
export const stateOf = (level: Level, status: ExchangeStatus): string =>
  states[status][levelRules[level].kind === 'strategy.objective' ? 0 : 1]
export const statusOf = (state: string): ExchangeStatus =>
  codes.status.find((status) => states[status].includes(state)) ?? 'NON_COMMENCE'

function saidOf(node: PlanNode, element: Element): ExchangedElement {
  const of = (part: Party['part']) => node.parties.find((one) => one.part === part)
  return {
    level: node.level === 'sub_action' || node.level === 'task' ? 'action' : node.level,
    elementId: element.exchange_id,
    exercise: element.exercise,
    label: labelOf(node, originalParent(node)),
    startsOn: node.planned_begin,
    endsOn: node.due_on,
    description: exchangedOf(element.description ?? emptyText),
    status: statusOf(node.state),
    responsible: personOf(of('administrator') ?? of('bearer')),
    mandatary: personOf(mandataryOf(node)),
    department: of('manager')?.name ?? null,
    progress: node.done ?? 0,
    remark: { mode: 'TEXTE', value: (element.remark ?? '').replaceAll(/\r\n?/g, '\n') },
    fte: node.fte,
    plans: [],
    partners: element.partners,
    articles: [],
    projections: [],
    children: [],
    line: 0,
  }
}

/** An action without a mandataire has that of its objective. */
function mandataryOf(node: PlanNode): Party | undefined {
  const own = node.parties.find(({ part }) => part === 'mandatary')
  const above = levelRules[node.level].kind === 'strategy.action' ? originalParent(node) : null
  return own ?? (above ? mandataryOf(above) : undefined)
}

/** The format knows no third civility: who has none is a Monsieur there. */
function personOf(party: Party | undefined): ExchangedElement['responsible'] {
  if (!party) return null
  const { civility, last_name: lastName, first_name: firstName, phone, email } = party
  return { civility: civility || 'mr', lastName, firstName, phone, email }
}
