import { today } from '#commons/clock'
import type { Plan, PlanNode } from '#modules/strategy'
import type { Exchange, ExchangedElement } from './exchange.ts'
import { type Standing, labelOf, originalParent } from './standing.ts'

export type Body = Exchange['body']
const bodies = { AC: 'commune', CPAS: 'cpas' } as const

/** For whom a plan is exported: its municipality, its CPAS, or each of them. */
export const bodiesOf = ({ body }: Pick<Plan, 'body'>): Body[] =>
  body === 'shared' ? ['AC', 'CPAS'] : [body === 'cpas' ? 'CPAS' : 'AC']

/** A plan as eComptes is told it, for one body: what is its own, and what is joint. */
export function exchangeOf({ plan, roots, byId }: Standing, body: Body): Exchange {
  const ofBody = (node: PlanNode) => node.body === null || node.body === bodies[body]
  const below = (parent: PlanNode, at: string): ExchangedElement[] =>
    parent.children.filter(ofBody).flatMap((node) => place(node, parent, at))
  /** An element at one of its places; `at` is the id of that place, which tells mirrors apart. */
  const place = (node: PlanNode, parent: PlanNode | null, at: string): ExchangedElement[] => {
    const stood = byId.get(node.id)
    if (!stood) return []
    const { own, element } = stood
    const atHome = parent === null || (originalParent(node) === parent && at === idOf(parent))
    const elementId = atHome ? element.exchange_id : `${element.exchange_id}:${at}`
    const placed = { ...own, elementId, label: labelOf(node, parent) }
    const here = atHome ? placed : { ...placed, articles: [], projections: [] }
    const children = below(node, elementId)
    // The format knows no sub-actions: they follow their action.
    return node.level === 'action' ? [here, ...children] : [{ ...here, children }]
  }
  const idOf = ({ id }: PlanNode) => byId.get(id)?.element.exchange_id
  return {
    id: today().toString().replaceAll('-', ''),
    body,
    nis: plan.nis,
    exercise: plan.exercise,
    generator: 'PST',
    plan: {
      id: plan.exchange_id,
      label: plan.title,
      firstExercise: plan.first_year,
      lastExercise: plan.last_year,
    },
    volets: roots.flatMap((volet) => place(volet, null, '')),
  }
}

export const exportName = ({ id }: Exchange) => `export_pst_pour_ecomptes_${id}.xml`
