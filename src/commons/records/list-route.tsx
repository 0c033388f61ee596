import type { Child } from 'hono/jsx'
import type { RawBuilder, SqlBool } from 'kysely'
import { z } from 'zod'
import { may, type Permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { Invalid } from '#kernel/errors'
import { form, optionalLine, type PageRoutes, unknownIn, validated } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  Docked,
  EmptyState,
  Head,
  ListBar,
  ListLine,
  Note,
  Table,
  type TableProps,
} from '#kernel/ui'
import { today } from '#commons/clock'
import { isKeyOf } from '#commons/dossiers'
import { asFile, exportAnswer, ExportMenu, mostExported } from '#commons/exports'
import {
  checkViews,
  ColumnsMenu,
  isShown,
  LapsedView,
  type ListView,
  listViews,
  ViewMenu,
} from '#commons/views'
import { actRoutes } from './act-pages.tsx'
import { mostActed } from './acts.ts'
import { chosenColumns, exportColumns, orderOf, sortedBy, tableColumns } from './list-columns.tsx'
import { totalsInWords } from './list-totals.ts'
import { type ListedRecord, listRecords, type Totals, totalsOf } from './list.ts'
import { columnIn, type ListedFields, type ListedKind, rootListed } from './listed.tsx'
import { addressOf, Sentence } from './list-sentence.tsx'
import type { RecordList } from './record-list.ts'
import { ensureUnderstood, type ListQuery, narrowingsOf, whereOf, wrongOf } from './narrowing.ts'

/** Adds the page that lists dossiers, and the files as which it can be taken. */
export function listRoute(
  pages: PageRoutes,
  at: string,
  { reads, writes }: { reads: Permission; writes?: Permission },
  of: RecordList,
): void {
  const listed = { ...of.fields, ...rootListed(of.flow) }
  const { withheldIn } = of.kind
  // What is taken off rows must not be told by their order either.
  if (Reflect.has(of.kind, 'withheld') && !withheldIn)
    throw new Error(
      `${of.kind.name} withholds columns and does not say in queries which: withheldIn`,
    )
  const columns: ListedKind = { listed, ...(withheldIn && { withheldIn }) }
  const params = narrowingsOf(of.filters, columns).flatMap((one) => one.params)
  const Query = z.object({
    ...Object.fromEntries(params.map((name) => [name, optionalLine(120)])),
    sort: optionalLine(80),
    with: optionalLine(1000),
    after: optionalLine(1000),
    /** A saved view that applies no more. */
    lapsed: optionalLine(40),
    as: asFile(),
  })

  /** The conditions of queries. Throws `Invalid` where one is not understood. */
  function understanding() {
    const narrowings = narrowingsOf(of.filters, columns)
    return async (query: string): Promise<RawBuilder<SqlBool>[]> => {
      validated(Query, { ...queryIn(query) })
      await ensureUnderstood(narrowings, queryIn(query))
      return whereOf(narrowings, queryIn(query))
    }
  }
  checkViews(of.list, understanding)

  pages.get(at, reads, form(Query), async (c, sent) => {
    const { as, with: besides, lapsed, after: from, ...rest } = sent
    const query: ListQuery = rest // Each is a line.
    const narrowings = narrowingsOf(of.filters, columns)
    if (as) await ensureUnderstood(narrowings, query)
    const where = await whereOf(narrowings, query)
    const { views, columns: kept } = await listViews(of.list, builtInOf(of))
    const address = addressOf('', lapsed ? { lapsed } : query)
    const current = isShown(views, address)
    const view = current?.query ?? ''
    const chosen = chosenColumns(of, listed, kept.get(view))
    const sorts = sortedBy(columns, query['sort'])
    const order = orderOf(columns, sorts ? query['sort'] : of.sort)
    const asked = { where, order, columns: expressions(columns, chosen) }
    if (as) {
      if (query['sort'] && !sorts)
        throw Invalid.field('sort', 'records.sort_wrong', { value: query['sort'] })
      await audit('download', c.req.path)
      const { items } = await listRecords(of.kind, { ...asked, most: mostExported + 1 })
      return exportAnswer(as, t(of.words.list), await exportColumns(listed, chosen, items), items)
    }
    const after = isKeyOf(order, from) ? from : ''
    const wrong = [
      ...unknownIn(c.req.query(), Query.shape).map((name) => t('records.narrow.unknown', { name })),
      ...Object.values(await wrongOf(narrowings, query)).flat(),
      ...(query['sort'] && !sorts ? [t('records.sort_wrong', { value: query['sort'] })] : []),
      ...(from && !after ? [t('records.page_wrong')] : []),
    ]
    const { items, next } = await listRecords(of.kind, { ...asked, after })
    const totals = await totalsOf(of.kind, {
      where,
      today: today(),
      sums: expressions(columns, of.sums ?? []),
      // One that applies no more asks for nothing, and the one that is shown is counted already.
      others: await Promise.all(
        views.map((one) => (one === current ? null : whereOf(narrowings, queryIn(one.query)))),
      ),
    })
    const shown = await tableColumns(of, listed, chosen, { order, query, rows: items })
    const title = t(of.words.title)
    return page(
      c,
      { title, pageClass: 'wide' },
      <>
        <Head
          title={title}
          actions={
            <>
              <ExportMenu href={(format) => addressOf(of.path, { ...query, as: format })} />
              {of.actions?.()}
              {writes && of.words.write && may(writes) && (
                <ButtonLink href={of.newAt ?? `${of.path}/new`} tone="primary" icon="plus">
                  {t(of.words.write)}
                </ButtonLink>
              )}
            </>
          }
        />
        {of.tabs?.()}
        {wrong.map((sentence) => (
          <Note tone="warn">{sentence}</Note>
        ))}
        <LapsedView query={address} views={views} />
        <ListBar
          views={
            <ViewMenu
              list={of.list}
              path={of.path}
              query={address}
              views={views.map((one, index) => ({
                ...one,
                count: one.lapsed ? undefined : inFigures(totals.others[index] ?? 0, totals.most),
              }))}
            />
          }
        >
          {await Sentence({ of, narrowings, query, besides })}
        </ListBar>
        <ListLine totals={await totalsInWords(of, listed, totals)} columns={shown}>
          <ColumnsMenu
            list={of.list}
            view={view}
            all={labelsIn(of, listed)}
            chosen={chosen}
            back={addressOf(of.path, query)}
          />
        </ListLine>
        <Acted of={of} query={{ ...query, after }} rows={items} totals={totals}>
          {(select) => (
            <Card flush>
              <Table
                caption={t(of.words.list)}
                hideCaption
                rows={items}
                columns={shown}
                select={select}
                empty={<EmptyState icon="search" sentence={t(of.words.none)} />}
                paging={{
                  first: after ? addressOf(of.path, query) : undefined,
                  next: next ? addressOf(of.path, { ...query, after: next }) : undefined,
                  summary: t('records.shown', {
                    count: items.length,
                    all: totals.more
                      ? t('records.more_than', { count: totals.most })
                      : totals.count,
                  }),
                }}
              />
            </Card>
          )}
        </Acted>
      </>,
    )
  })

  if (!of.acts) return
  const { of: acts, permission } = of.acts
  actRoutes(pages, at, {
    acts,
    permission,
    path: of.path,
    count: of.words.count,
    async shownBy(from) {
      const where = await understanding()(from)
      const order = orderOf(columns, queryIn(from)['sort'] || of.sort)
      const { items } = await listRecords(of.kind, { where, order, most: mostActed + 1 })
      return items.map(({ id }) => id)
    },
  })
}

interface ActedProps {
  of: RecordList
  query: ListQuery
  rows: readonly ListedRecord[]
  totals: Totals
  children: (select: TableProps<ListedRecord>['select']) => Child
}

/** The rows, with boxes to tick where the one who reads them might take a step for one of them. */
function Acted({ of: { acts, path, words }, query, rows, totals, children }: ActedProps) {
  const offered = acts && may(acts.permission) ? acts.of.offered(rows) : []
  if (offered.length === 0) return <>{children(undefined)}</>
  const form = 'acts'
  const all = t(words.count, { count: totals.count })
  const countable = !totals.more && totals.count <= mostActed
  return (
    <Docked
      form={form}
      action={`${path}/acts`}
      keep={{ from: addressOf('', query).slice(1) }}
      all={all}
      acts={offered.map(({ verb, label }) => ({ name: 'verb', value: verb, label }))}
    >
      {children({
        form,
        name: 'ids',
        value: ({ id }) => id,
        label: ({ title }) => t('records.act.pick', { title }),
        all: countable ? t('records.act.pick_all', { all }) : undefined,
      })}
    </Docked>
  )
}

const builtInOf = ({ views }: RecordList): ListView[] =>
  views.map(({ label, query }) => ({ label: t(label), query }))

const expressions = (of: ListedKind, names: readonly string[]) =>
  Object.fromEntries(names.map((name): [string, RawBuilder<unknown>] => [name, columnIn(of, name)]))

const labelsIn = ({ fields }: RecordList, listed: ListedFields) =>
  Object.fromEntries(
    ['title', ...Object.keys(listed).filter((name) => name !== 'title' && listed[name]?.plain)].map(
      (name) => [
        name,
        fields[name] ? t(fields[name].label) : t(listed[name]?.label ?? 'records.title'),
      ],
    ),
  )

const queryIn = (query: string): ListQuery => Object.fromEntries(new URLSearchParams(query))
const inFigures = (count: number, most: number) => (count > most ? `${most}+` : count)
