import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { form, optionalLine } from '#kernel/http'
import { page } from '#kernel/pages'
import { ButtonLink, Card, EmptyState, Filters, Head, Table } from '#kernel/ui'
import { allServices, myServices } from '#commons/directory'
import { ViewTabs } from '#commons/views'
import { stateName, StateBadge } from '#commons/workflow'
import { itemPath } from '../item.ts'
import { type ItemFilter, type ListedItem, listItems } from '../queries.ts'
import { itemWorkflow } from '../workflow.ts'
import { TradeTabs } from './frame.tsx'
import { pages } from './routes.ts'

const Query = z.object({
  view: z.enum(['', 'mine']).default(''),
  state: optionalLine(40),
  service: z.union([z.uuid(), z.literal('')]).default(''),
  after: optionalLine(120),
})
type Query = z.output<typeof Query>

const path = '/deliberations/items'

pages.get('/items', permission('deliberations.read'), form(Query), async (c, query) => {
  const { items, next } = await listItems(filterOf(query))
  const title = t('deliberations.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        actions={
          may('deliberations.item.write') && (
            <ButtonLink href={`${path}/new`} tone="primary" icon="plus">
              {t('deliberations.item.write')}
            </ButtonLink>
          )
        }
      />
      <TradeTabs current={path} />
      <ViewTabs list="deliberations.items" path={path} query={queryOf(query)} builtIn={builtIn()} />
      <ItemFilters query={query} />
      <Card flush>
        <Table
          caption={t('deliberations.item.list')}
          hideCaption
          rows={items}
          columns={columns()}
          empty={<EmptyState icon="search" sentence={t('deliberations.item.none')} />}
          paging={{ next: next ? nextPage(query, next) : undefined }}
        />
      </Card>
    </>,
  )
})

const columns = () => [
  {
    header: t('deliberations.item.title'),
    main: true,
    cell: (row: ListedItem) => (
      <>
        <a href={itemPath(row)}>{row.title}</a>
        {row.reference && <small class="muted"> {row.reference}</small>}
      </>
    ),
  },
  { header: t('deliberations.item.service'), cell: (row: ListedItem) => row.service_name },
  { header: t('deliberations.item.category'), cell: (row: ListedItem) => row.category_name },
  {
    header: t('deliberations.item.changed'),
    cell: (row: ListedItem) =>
      formatDate(row.changed_at.toZonedDateTimeISO(timeZone).toPlainDate(), 'short'),
  },
  {
    header: t('deliberations.item.state'),
    cell: (row: ListedItem) => <StateBadge flow={itemWorkflow} state={row.state} />,
  },
]

function filterOf({ view, state, service, after }: Query): ItemFilter {
  return {
    state: state in itemWorkflow.states ? state : undefined,
    service: service || undefined,
    services: view === 'mine' ? myServices() : undefined,
    after,
  }
}

const queryOf = ({ view, state, service }: Query) =>
  new URLSearchParams({ view, state, service }).toString()

function nextPage(query: Query, after: string): string {
  return `${path}?${queryOf(query)}&${new URLSearchParams({ after })}`
}

const builtIn = () => [
  { label: t('deliberations.item.tab.all'), query: '' },
  { label: t('deliberations.item.tab.mine'), query: 'view=mine' },
]

async function ItemFilters({ query }: { query: Query }) {
  const states = Object.keys(itemWorkflow.states).map((value) => ({
    value,
    label: stateName('deliberations.item', value),
  }))
  const known = (await allServices()).map(({ id, label }) => ({ value: id, label }))
  return (
    <Filters
      action={path}
      reset={path}
      sentence={[
        t('deliberations.item.filter.points'),
        {
          kind: 'select',
          name: 'view',
          label: t('deliberations.item.views'),
          options: (['all', 'mine'] as const).map((value) => ({
            value: value === 'all' ? '' : value,
            label: t(`deliberations.item.view.${value}`),
          })),
          value: query.view,
        },
        {
          kind: 'select',
          name: 'state',
          label: t('deliberations.item.filter.state'),
          options: [{ value: '', label: t('deliberations.item.filter.all_states') }, ...states],
          value: query.state,
        },
        t('deliberations.item.filter.of'),
        {
          kind: 'select',
          name: 'service',
          label: t('deliberations.item.filter.service'),
          options: [{ value: '', label: t('deliberations.item.filter.all_services') }, ...known],
          value: query.service,
        },
      ]}
    />
  )
}
