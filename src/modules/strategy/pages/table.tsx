import { audit } from '#kernel/audit'
import { t } from '#kernel/i18n'
import { form, validated } from '#kernel/http'
import {
  Card,
  EmptyState,
  filterAddress,
  ListLine,
  sortable,
  sortedBy,
  Table,
  type ValueColumn,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { exportAnswer, exportFormats, ExportMenu } from '#commons/exports'
import { checkViews, ColumnsMenu, isShown, listViews, ViewTabs } from '#commons/views'
import { plans } from '../plan.ts'
import { filtered } from '../queries.ts'
import { ElementQuery } from '../schema.ts'
import { type PlanNode, loadTree } from '../tree.ts'
import { type ColumnName, elementColumns, ElementLink } from './columns.tsx'
import { planView, reads } from './plan-view.tsx'
import { pages } from './routes.ts'

const list = 'strategy.elements'

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

checkViews(
  list,
  () => (query) => validated(ElementQuery, Object.fromEntries(new URLSearchParams(query))),
)

const addressOf = ({ lapsed, ...query }: ElementQuery) =>
  filterAddress('', lapsed ? { lapsed } : query)

/** The views of the list, and what the one who acts chose for the one that is shown. */
async function shownAs(query: ElementQuery) {
  const builtIn = views.map(([name, given]) => ({
    label: t(`strategy.view.${name}`),
    query: new URLSearchParams(given).toString(),
  }))
  const { views: all, columns } = await listViews(list, builtIn)
  const view = isShown(all, addressOf(query))?.query ?? ''
  return { all, view, kept: columns.get(view)?.filter(isColumn) }
}

const isColumn = (name: string): name is ColumnName =>
  name !== 'title' && Object.hasOwn(elementColumns(), name)

/** Unless one chooses: an objective says not what it stands below; the state shows level and health. */
const usual = ({ level }: ElementQuery): ColumnName[] => [
  ...(level === 'strategic' || level === 'operational' ? [] : (['parents'] as const)),
  ...(['progress', 'deadline', 'managers', 'bearers', 'budget', 'state'] as const),
]

const narrowing = ['level', 'state', 'health', 'service', 'category', 'transversal', 'sdg'] as const

planView(pages, 'actions', narrowing, async ({ nodes, path, query, tree }) => {
  const { all, view, kept } = await shownAs(query)
  const chosen = kept ?? usual(query)
  const columns = elementColumns()
  const rows = sortedBy(columns, query.sort, nodes)
  const heads = sortable(tableColumns(chosen), query.sort, (sort) =>
    filterAddress(path, { ...query, sort }),
  )
  const { title, ...others } = columns
  const labels = Object.entries({ title, ...others }).map(([name, { header }]) => [name, header])
  const late = nodes.filter((node) => node.late).length
  const count = (wanted: string) =>
    filtered(tree, ElementQuery.parse(Object.fromEntries(new URLSearchParams(wanted)))).length
  return {
    action: <ExportMenu href={(format) => filterAddress(`${path}.${format}`, query)} />,
    tabs: (
      <ViewTabs
        list={list}
        path={path}
        query={addressOf(query)}
        views={all.map((one) => ({ ...one, count: one.lapsed ? undefined : count(one.query) }))}
      />
    ),
    body: (
      <>
        <ListLine
          totals={[
            t('strategy.shown', { count: nodes.length }),
            ...(late > 0 ? [t('records.late', { count: late })] : []),
          ]}
          columns={heads}
        >
          <ColumnsMenu
            list={list}
            view={view}
            all={Object.fromEntries(labels)}
            chosen={chosen}
            back={filterAddress(path, query)}
          />
        </ListLine>
        <Card flush>
          <Table
            caption={t('strategy.tab.actions')}
            hideCaption
            rows={rows}
            columns={heads}
            empty={<EmptyState icon="search" sentence={t('strategy.none_shown')} />}
          />
        </Card>
      </>
    ),
  }
})

/** The title, then what was chosen; what has no column of its own stands with the title or the state. */
function tableColumns(chosen: readonly ColumnName[]): Record<string, ValueColumn<PlanNode>> {
  const all = elementColumns()
  const lacks = (name: ColumnName) => !chosen.includes(name)
  const title = (node: PlanNode) => (
    <ElementLink node={lacks('reference') ? node : { ...node, reference: '' }} />
  )
  const state = (node: PlanNode) => (
    <>
      {lacks('level') && <small class="muted">{all.level.value(node)}</small>}{' '}
      {all.state.cell(node)} {lacks('health') && all.health.cell(node)}
    </>
  )
  const columns = { ...all, state: { ...all.state, cell: state } }
  return {
    title: { ...all.title, cell: title },
    ...Object.fromEntries(chosen.map((name) => [name, columns[name]])),
  }
}

/** What is shown, for spreadsheets: all of it unless one chose columns. */
for (const format of exportFormats)
  pages.get(`/plans/:id/actions.${format}`, reads, form(ElementQuery), async (c, query) => {
    const plan = await load(c, plans)
    await audit('download', c.req.path)
    const columns = elementColumns()
    const { kept } = await shownAs(query)
    const names = kept && new Set<string>(['reference', 'title', ...kept])
    const rows = sortedBy(columns, query.sort, filtered(await loadTree(plan), query))
    const told = Object.entries(columns).flatMap(([name, one]) =>
      !names || names.has(name) ? one : [],
    )
    return exportAnswer(format, plan.title, told, rows)
  })
