import { permission } from '#kernel/access'
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
import { checkViews, ColumnsMenu, isShown, LapsedView, listViews, ViewMenu } from '#commons/views'
import {
  columnsOf,
  ElementLink,
  ElementQuery,
  filtered,
  isColumn,
  loadTree,
  plans,
  type PlanNode,
} from '#modules/strategy'
import { ensureUnderstood } from './narrowing.ts'
import { planView } from './plan-view.tsx'
import { pages } from './routes.ts'

const list = 'strategy.elements'
const reads = permission('strategy.read')

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

checkViews(list, () => async (query) => {
  const given = validated(ElementQuery, Object.fromEntries(new URLSearchParams(query)))
  await ensureUnderstood(ElementQuery.parse(given))
})

const addressOf = ({ lapsed, with: _besides, ...query }: ElementQuery) =>
  filterAddress('', lapsed ? { lapsed } : query)

/** The views of the list, and what the one who acts chose for the one that is shown. */
async function shownAs(query: ElementQuery) {
  const builtIn = views.map(([name, given]) => ({
    label: t(`strategy.view.${name}`),
    query: new URLSearchParams(given).toString(),
  }))
  const { views: all, columns } = await listViews(list, builtIn)
  const view = isShown(all, addressOf(query))?.query ?? ''
  return {
    all,
    view,
    kept: columns.get(view)?.filter((name) => name !== 'title' && isColumn(name)),
  }
}

/** Unless one chooses: an objective says not what it stands below; the state shows level and health. */
const usual = ({ level }: ElementQuery): string[] => [
  ...(level === 'strategic' || level === 'operational' ? [] : (['parents'] as const)),
  ...(['progress', 'deadline', 'managers', 'bearers', 'budget', 'state'] as const),
]

const narrowing = [
  'level',
  'state',
  'child',
  'health',
  'service',
  'category',
  'transversal',
  'sdg',
] as const

planView(pages, 'actions', narrowing, async ({ nodes, path, query, tree }) => {
  const { all, view, kept } = await shownAs(query)
  const columns = await columnsOf(tree.plan, nodes)
  const chosen = (kept ?? usual(query)).filter((name) => Object.hasOwn(columns, name))
  const rows = sortedBy(columns, query.sort, nodes)
  const heads = sortable(tableColumns(chosen, columns), query.sort, (sort) =>
    filterAddress(path, { ...query, sort }),
  )
  const { title, ...others } = columns
  const labels = Object.entries({ title, ...others }).map(([name, { header }]) => [name, header])
  const late = nodes.filter((node) => node.late).length
  const count = (wanted: string) =>
    filtered(tree, ElementQuery.parse(Object.fromEntries(new URLSearchParams(wanted)))).length
  return {
    action: <ExportMenu href={(format) => filterAddress(`${path}.${format}`, query)} />,
    views: (
      <ViewMenu
        list={list}
        path={path}
        query={addressOf(query)}
        views={all.map((one) => ({ ...one, count: one.lapsed ? undefined : count(one.query) }))}
      />
    ),
    body: (
      <>
        <LapsedView query={addressOf(query)} views={all} />
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
function tableColumns(
  chosen: readonly string[],
  all: Awaited<ReturnType<typeof columnsOf>>,
): Record<string, ValueColumn<PlanNode>> {
  const lacks = (name: string) => !chosen.includes(name)
  const title = (node: PlanNode) => (
    <ElementLink node={lacks('reference') ? node : { ...node, reference: '' }} />
  )
  const state = (node: PlanNode) => (
    <>
      {lacks('level') && <small class="muted">{all.level.value(node)}</small>}{' '}
      {all.state.cell(node)} {lacks('health') && all.health.cell(node)}
    </>
  )
  const columns: Record<string, ValueColumn<PlanNode>> = {
    ...all,
    state: { ...all.state, cell: state },
  }
  return {
    title: { ...all.title, cell: title },
    ...Object.fromEntries(chosen.flatMap((name) => (columns[name] ? [[name, columns[name]]] : []))),
  }
}

/** What is shown, for spreadsheets: all of it unless one chose columns. */
for (const format of exportFormats)
  pages.get(`/plans/:id/actions.${format}`, reads, form(ElementQuery), async (c, query) => {
    const plan = await load(c, plans)
    await audit('download', c.req.path)
    const tree = await loadTree(plan)
    await ensureUnderstood(query, tree)
    const nodes = filtered(tree, query)
    const columns = await columnsOf(tree.plan, nodes)
    const { kept } = await shownAs(query)
    const names = kept && new Set<string>(['reference', 'title', ...kept])
    const rows = sortedBy(columns, query.sort, nodes)
    const told = Object.entries(columns).flatMap(([name, one]) =>
      !names || names.has(name) ? one : [],
    )
    return exportAnswer(format, plan.title, told, rows)
  })
