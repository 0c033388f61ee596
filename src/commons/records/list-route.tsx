import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { may, type Permission } from '#kernel/access'
import { form, optionalLine, type PageRoutes } from '#kernel/http'
import { formatDate, type MessageKey, t, timeZone } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { ButtonLink, Card, EmptyState, filterAddress, Filters, Head, Table } from '#kernel/ui'
import type { Kind } from '#commons/dossiers'
import { ViewTabs } from '#commons/views'
import { StateBadge, type Workflow } from '#commons/workflow'
import { type Fields, labelsOf } from './fields.ts'
import { applied, type ListFilter } from './list-filters.ts'
import { type ListedRecord, listRecords } from './list.ts'

interface RecordList<F extends Fields> {
  kind: Pick<Kind<object>, 'name' | 'table' | 'path'>
  fields: F
  flow: Workflow
  /** As saved views name it: `deliberations.items`. */
  list: string
  path: string
  columns: readonly (keyof F & string)[]
  filters: readonly ListFilter[]
  /** What it shows besides, as tabs: words and filters. */
  views: readonly { label: MessageKey; query: string }[]
  words: { title: MessageKey; list: MessageKey; none: MessageKey; write: MessageKey }
  /** Stands below the title: the tabs of the trade. */
  tabs?: () => Child
}

/** Adds the page that lists dossiers: title, these fields, when it was changed, state. */
export function listRoute<F extends Fields>(
  pages: PageRoutes,
  at: string,
  { reads, writes }: { reads: Permission; writes: Permission },
  of: RecordList<F>,
): void {
  const { kind, path, filters, words } = of
  const Query = z.object({
    ...Object.fromEntries(filters.map(({ name }) => [name, optionalLine(120)])),
    after: optionalLine(120),
  })

  pages.get(at, reads, form(Query), async (c, sent) => {
    const { after, ...query } = sent
    const given: Record<string, string> = query // Each filter is a line.
    const set = await Promise.all(filters.map((one) => applied(one, given[one.name])))
    const where = set.flatMap((one) => one.where)
    const { items, next } = await listRecords(kind, { where, columns: of.columns, after })
    const title = t(words.title)
    return page(
      c,
      { title },
      <>
        <Head
          title={title}
          actions={
            may(writes) && (
              <ButtonLink href={`${path}/new`} tone="primary" icon="plus">
                {t(words.write)}
              </ButtonLink>
            )
          }
        />
        {of.tabs?.()}
        <ViewTabs
          list={of.list}
          path={path}
          query={new URLSearchParams(given).toString()}
          builtIn={of.views.map(({ label, query: filter }) => ({ label: t(label), query: filter }))}
        />
        <Filters
          action={path}
          reset={path}
          sentence={[t(words.list), ...set.flatMap(({ parts }) => parts)]}
        />
        <Card flush>
          <Table
            caption={t(words.list)}
            hideCaption
            rows={items}
            columns={await columnsOf(of, items)}
            empty={<EmptyState icon="search" sentence={t(words.none)} />}
            paging={{ next: next ? filterAddress(path, { ...given, after: next }) : undefined }}
          />
        </Card>
      </>,
    )
  })
}

async function columnsOf<F extends Fields>(
  { kind, fields, flow, columns }: RecordList<F>,
  rows: readonly ListedRecord[],
) {
  const labels: Record<string, string> = labelsOf(fields)
  const own = await Promise.all(
    columns.map(async (name) => {
      const show = await fields[name]?.shown(rows.map((row) => Reflect.get(row, name)))
      return {
        header: labels[name] ?? name,
        cell: (row: ListedRecord) => show?.(Reflect.get(row, name)),
      }
    }),
  )
  return [
    {
      header: labels['title'] ?? t('records.title'),
      main: true,
      cell: (row: ListedRecord) => (
        <>
          <a href={kind.path(row.id)}>{row.title}</a>
          {row.reference && <small class="muted"> {row.reference}</small>}
        </>
      ),
    },
    ...own,
    {
      header: t('records.changed'),
      cell: (row: ListedRecord) =>
        formatDate(row.changed_at.toZonedDateTimeISO(timeZone).toPlainDate(), 'short'),
    },
    {
      header: t('records.state'),
      cell: (row: ListedRecord) => <StateBadge flow={flow} state={row.state} />,
    },
  ]
}
