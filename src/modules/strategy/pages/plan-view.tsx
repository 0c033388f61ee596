import type { Child } from 'hono/jsx'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form, type PageRoutes } from '#kernel/http'
import { page } from '#kernel/pages'
import { QueryFilters } from '#kernel/ui'
import { allServices } from '#commons/directory'
import { load } from '#commons/dossiers'
import { type Term, terms, goalKey, goals } from '#commons/vocabularies'
import { stateName } from '#commons/workflow'
import { healths } from '../element.ts'
import { levels } from '../level.ts'
import { planPath, plans } from '../plan.ts'
import { filtered } from '../queries.ts'
import { ElementQuery } from '../schema.ts'
import { type PlanNode, type PlanTree, loadTree } from '../tree.ts'
import { workflowOf } from '../workflow.ts'
import { PlanHead } from './plan-head.tsx'

export const reads = permission('strategy.read')

type Choice = readonly [value: string, label: string]
const named = ({ id, name }: Term): Choice => [id, name]

const choices = {
  view: () => [['mine', t('strategy.filter.mine')]],
  volet: ({ roots }) => roots.map(({ id, title }): Choice => [id, title]),
  level: () => levels.slice(1).map((level): Choice => [level, t(`strategy.level.${level}`)]),
  state: () => [...new Map(Object.values(workflowOf).flatMap(statesOf))],
  health: () => healths.map((one): Choice => [one, t(`strategy.health.${one}`)]),
  service: async () => (await allServices()).map(({ id, label }): Choice => [id, label]),
  category: async () => (await terms('strategy.category')).map(named),
  transversal: async () => (await terms('strategy.transversal')).map(named),
  sdg: () => goals.map((goal): Choice => [String(goal), `${goal}. ${t(goalKey(goal))}`]),
} satisfies Record<string, (tree: PlanTree) => Choice[] | Promise<Choice[]>>

const statesOf = ({ kind, states }: (typeof workflowOf)['strategy.action']): Choice[] =>
  Object.keys(states).map((state) => [state, stateName(kind, state)])

/** What a view shows below its filters, above them, and beside the steps of the plan. */
interface Shown {
  /** How many, where it does not say so itself. */
  count?: number
  body: Child
  tabs?: Child
  action?: Child
}

/**
 * Adds a page that shows the elements of a plan in a way of its own: `nodes`, those that the filters
 * leave. `by`: the filters that it offers, besides words.
 */
export function planView(
  pages: PageRoutes,
  name: string,
  by: readonly (keyof typeof choices)[],
  show: (view: {
    tree: PlanTree
    query: ElementQuery
    path: string
    nodes: PlanNode[]
  }) => Shown | Promise<Shown>,
): void {
  pages.get(`/plans/:id/${name}`, reads, form(ElementQuery), async (c, query) => {
    const tree = await loadTree(await load(c, plans))
    const { plan } = tree
    const path = `${planPath(plan)}/${name}`
    const { count, body, tabs, action } = await show({
      tree,
      query,
      path,
      nodes: filtered(tree, query),
    })
    return page(
      c,
      { title: plan.title, pageClass: 'wide' },
      <>
        <PlanHead
          plan={plan}
          current={name}
          facts={count !== undefined && t('strategy.shown', { count })}
        >
          {action}
        </PlanHead>
        {tabs}
        <QueryFilters
          path={path}
          query={query}
          what={t('strategy.filter.what')}
          filters={await Promise.all(by.map((one) => filterOf(tree, one)))}
          words={t('strategy.filter.words')}
        />
        {body}
      </>,
    )
  })
}

const filterOf = async (tree: PlanTree, name: keyof typeof choices) => ({
  name,
  label: t(`strategy.filter.${name}`),
  before: t(`strategy.filter.before_${name}`),
  any: t(`strategy.filter.any_${name}`),
  choices: await choices[name](tree),
})
