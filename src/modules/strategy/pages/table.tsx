import { audit } from '#kernel/audit'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { Card, EmptyState, filterAddress, sortedBy, SortedTable } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { exportAnswer, exportFormats, ExportMenu } from '#commons/exports'
import { listViews, ViewTabs } from '#commons/views'
import { plans } from '../plan.ts'
import { filtered } from '../queries.ts'
import { ElementQuery } from '../schema.ts'
import { type PlanNode, loadTree } from '../tree.ts'
import { elementColumns } from './columns.tsx'
import { planView, reads } from './plan-view.tsx'
import { pages } from './routes.ts'

/** The views that every house has. */
const views = [
  ['all', {}],
  ['mine', { view: 'mine' }],
  ['mandatary', { view: 'mandatary' }],
  ['administrator', { view: 'administrator' }],
  ['bearer', { view: 'bearer' }],
  ['tasks', { view: 'bearer', level: 'task' }],
  ['late', { view: 'late' }],
  ['late_tasks', { view: 'late', level: 'task' }],
  ['starts_late', { view: 'starts_late' }],
  ['late_below', { view: 'late_below', level: 'operational', sort: 'deadline' }],
  ['no_deadline', { view: 'no_deadline' }],
  ['troubled', { view: 'troubled' }],
] as const

const builtIn = () =>
  views.map(([name, given]) => ({
    label: t(`strategy.view.${name}`),
    query: new URLSearchParams(given).toString(),
  }))

const narrowing = ['level', 'state', 'health', 'service', 'category', 'transversal', 'sdg'] as const

planView(pages, 'actions', narrowing, async ({ nodes, path, query, tree }) => ({
  count: nodes.length,
  action: <ExportMenu href={(format) => filterAddress(`${path}.${format}`, query)} />,
  tabs: (
    <ViewTabs
      list="strategy.elements"
      path={path}
      query={filterAddress('', query)}
      views={(await listViews('strategy.elements', builtIn())).views.map((view) => ({
        ...view,
        count: filtered(
          tree,
          ElementQuery.parse(Object.fromEntries(new URLSearchParams(view.query))),
        ).length,
      }))}
    />
  ),
  body: (
    <Card flush>
      <SortedTable
        caption={t('strategy.tab.actions')}
        hideCaption
        rows={nodes}
        columns={tableColumns(query)}
        sort={query.sort}
        href={(sort) => filterAddress(path, { ...query, sort })}
        empty={<EmptyState icon="search" sentence={t('strategy.none_shown')} />}
      />
    </Card>
  ),
}))

/** Level and health are columns of their own in a spreadsheet only; objectives say not what they stand below. */
function tableColumns({ level: only }: ElementQuery) {
  const { level, health, parents, ...columns } = elementColumns()
  const cell = (node: PlanNode) => (
    <>
      <small class="muted">{level.value(node)}</small> {columns.state.cell(node)}{' '}
      {health.cell(node)}
    </>
  )
  const above = only === 'strategic' || only === 'operational' ? {} : { parents }
  const { reference, title, ...others } = columns
  return { reference, title, ...above, ...others, state: { ...columns.state, cell } }
}

/** What is shown, for spreadsheets. */
for (const format of exportFormats)
  pages.get(`/plans/:id/actions.${format}`, reads, form(ElementQuery), async (c, query) => {
    const plan = await load(c, plans)
    await audit('download', c.req.path)
    const columns = elementColumns()
    const rows = sortedBy(columns, query.sort, filtered(await loadTree(plan), query))
    return exportAnswer(format, plan.title, Object.values(columns), rows)
  })
