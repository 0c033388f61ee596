import type { Child } from 'hono/jsx'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form, type PageRoutes } from '#kernel/http'
import { page } from '#kernel/pages'
import { ListBar, Note, QueryFilters } from '#kernel/ui'
import { load } from '#commons/dossiers'
import {
  ElementQuery,
  filtered,
  loadTree,
  PlanHead,
  type PlanNode,
  planPath,
  plans,
  type PlanTree,
} from '#modules/strategy'
import { fieldFilters, filterOf, type Narrowed, understood, wrongOf } from './narrowing.ts'

const reads = permission('strategy.read')

/** What a view shows below its filters, above them, and beside the steps of the plan. */
interface Shown {
  /** How many, where it does not say so itself. */
  count?: number
  body: Child
  /** Beside its filters. */
  views?: Child
  action?: Child
}

/**
 * Adds a page that shows the elements of a plan in a way of its own: `nodes`, those that the filters
 * leave. `by`: the filters that it offers, besides words.
 */
export function planView(
  pages: PageRoutes,
  name: string,
  by: readonly Narrowed[],
  show: (view: {
    tree: PlanTree
    query: ElementQuery
    path: string
    nodes: PlanNode[]
  }) => Shown | Promise<Shown>,
): void {
  pages.get(`/plans/:id/${name}`, reads, form(ElementQuery), async (c, sent) => {
    const tree = await loadTree(await load(c, plans))
    const wrong = await wrongOf(sent, tree)
    const query = understood(sent, wrong)
    const { plan } = tree
    const path = `${planPath(plan)}/${name}`
    const { count, body, views, action } = await show({
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
        {Object.values(wrong)
          .flat()
          .map((sentence) => (
            <Note tone="warn">{sentence}</Note>
          ))}
        <ListBar views={views}>
          <QueryFilters
            path={path}
            query={query}
            what={t('strategy.filter.what')}
            filters={[
              ...(await Promise.all(by.map((one) => filterOf(tree, one)))),
              ...(await fieldFilters(tree)),
            ]}
            words={t('strategy.filter.words')}
          />
        </ListBar>
        {body}
      </>,
    )
  })
}
