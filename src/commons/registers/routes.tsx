import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, indefinite, PageRoutes } from '#kernel/http'
import { said } from '#kernel/i18n'
import { fill } from '#kernel/module'
import { navigation, type NavigationLink } from '#kernel/pages'
import { annexApi } from '#commons/annexes'
import { mergedFields, mergeSources, templates } from '#commons/documents'
import { type Dossier, kinds } from '#commons/dossiers'
import {
  type Acts,
  actsApi,
  answered,
  apiRoutes,
  byMine,
  byState,
  type Fields,
  formRoutes,
  type ListFilter,
  listRoute,
  mineOrAll,
  type OwnColumns,
  type RecordKind,
  rewordingRoute,
} from '#commons/records'
import { retained, retentions } from '#commons/holdings'
import { ImportButton, importedLists, listApi, listPages } from '#commons/imports'
import { allSeries } from '#commons/numbering'
import { type Publisher, publishers } from '#commons/publication'
import { dueReasons } from '#commons/tasks'
import { offeredSteps, plainSteps, takeStep, type Workflow, workflows } from '#commons/workflow'
import { recordTemplate } from './document.ts'
import { type Letter, letterTemplate } from './letter.ts'
import { listImport } from './list-import.ts'
import { documentApi, publicationApi } from './files-api.ts'
import { pageRoutes } from './page.tsx'
import { reasonBy } from './due-by.tsx'
import type { Register } from './verbs.ts'

type TradeLink = Extract<NavigationLink, { section: 'trades' }>

interface Look<F extends Fields, Own extends object> {
  /** How long its dossiers are kept, and why. */
  kept: Parameters<typeof retained>[2]
  /** The columns of the list after the title, unless the person chose others. */
  columns: readonly (keyof F & string)[]
  /** What the list is ordered by unless told; `-` before it turns it round. */
  sort?: `${'' | '-'}${keyof F & string}`
  /** What the list can be narrowed to besides services and states, always in its sentence. */
  filters?: readonly ListFilter[]
  /** Numbers and amounts that the line of totals adds up. */
  sums?: readonly (keyof F & string)[]
  /** A list (CSV, XLSX) of new ones may be read in, by those who write. */
  imports?: true
  /** Steps that list and API take for many at once. */
  acts?: Acts
  /** The tabs of the trade, above the list. */
  tabs?: () => Child
  /** Cards of the trade at the side of the page, above who sees the dossier. */
  beside?: (dossier: Dossier<Own>) => Child | Promise<Child>
  /** Documents besides the one that says all: a permit, a letter. */
  letters?: readonly Letter<Dossier<Own>>[]
  /** What citizens read of one: its card and routes, by the permission `publish` of the trade. */
  publishes?: Publisher
  /** Where it stands in the rail: under which theme, by which picture; it is called by `title` of the trade. */
  rail?: Pick<TradeLink, 'group' | 'icon'>
  /** Its page offers no document that says all of it: on paper that serves nobody. */
  unprinted?: true
  /** The page of one dossier is the trade’s own, made with the pieces of `page.tsx`. */
  ownPage?: true
  /** « permit », in the summaries of the API. */
  what: string
}

/**
 * The pages, API and document of a plain kind of dossiers `trade.thing`, whose page of one is
 * `/trade/things/<id>`, and what its manifest fills. It asks for the permissions `read`, `write`, `edit` and
 * `step` of the trade, `publish` where it publishes, and has the words `list`, `count`, `none` and `write` of the kind. `record` may say the
 * `parts` of the form and with which answers a new one `begins`.
 */
export function registerRoutes<F extends Fields, Own extends OwnColumns<F>>(
  record: RecordKind<F, Own> & Register,
  flow: Workflow,
  {
    columns,
    what,
    kept,
    filters = [],
    acts,
    ownPage,
    imports,
    beside,
    publishes,
    rail,
    unprinted,
    letters = [],
    ...list
  }: Look<F, Own>,
) {
  const { kind, fields } = record
  const [, trade = '', things = ''] = kind.path('').split('/')
  const path = `/${trade}/${things}`
  const at = `/${things}`
  const [reads, writes, edits, steps] = [
    permission(`${trade}.read`),
    permission(`${trade}.write`),
    permission(`${trade}.edit`),
    permission(`${trade}.step`),
  ]
  const word = (name: string) => said(`${kind.name}.${name}`)
  const made = plainSteps(kind, flow)
  const read = imports && listImport(record, { writes, path, list: word('list') })

  const pages = new PageRoutes(`/${trade}`)
  listRoute(
    pages,
    at,
    { reads, writes },
    {
      ...{ kind, fields, flow, path, columns: [...columns, 'state'] },
      list: `${trade}.${things}`,
      filters: [byMine, byState(flow), ...filters],
      ...list,
      ...(read && { actions: () => <ImportButton of={read} /> }),
      ...(acts && { acts: { of: acts, permission: steps } }),
      views: mineOrAll,
      words: {
        title: word('list'),
        list: word('list'),
        count: word('count'),
        none: word('none'),
        write: word('write'),
      },
    },
  )
  if (read) listPages(pages, at, read)
  formRoutes(pages, at, record, {
    ...{ writes, edits, path },
    words: {
      write: word('write'),
      edit: 'registers.edit',
      saved: 'registers.saved',
      not_editable: 'registers.not_editable',
    },
  })
  rewordingRoute(pages, at, kind, fields, reads)
  const rights = { reads, writes, edits, steps }
  const publishing = publishes && { by: publishes, publishes: permission(`${trade}.publish`) }
  const besides = {
    flow,
    letters,
    ...(beside && { beside }),
    ...(unprinted && { unprinted }),
    ...(publishing && { publishes: publishing }),
  }
  if (!ownPage) pageRoutes(pages, at, record, made, rights, besides)

  const api = new ApiRoutes(`/${trade}`)
  const Root = z.object({
    id: z.uuid(),
    title: z.string(),
    reference: z.string(),
    state: z.string(),
  })
  const Answer = z.object({
    ...Root.shape,
    version: z.int(),
    ...answered<Fields>(fields),
  })
  // A list tells what stands in a line; what is withheld of one is not there.
  const short = Object.entries(answered<Fields>(fields)).flatMap(([name, answer]) =>
    fields[name]?.long ? [] : [[name, answer.optional()] as const],
  )
  apiRoutes(api, at, record, {
    ...{ reads, writes, edits, what },
    answer: Answer,
    listed: Root.extend({ version: z.int(), ...Object.fromEntries(short) }),
  })
  api.on(
    'post',
    `${at}/:id/steps`,
    steps,
    {
      summary: `Send ${indefinite(what)} on or back`,
      body: made.schema,
      answer: Answer as z.ZodType,
    },
    (c, step) => takeStep(c, made, step),
  )
  annexApi(api, at, kind, { reads, edits, mayEdit: record.mayEdit, what })
  documentApi(api, at, kind, { reads, what, letters })
  if (publishing) publicationApi(api, at, kind, { ...publishing, reads, what })
  if (read) listApi(api, at, read, what)
  if (acts) actsApi(api, `${at}/acts`, steps, acts, { what })

  const fills = [
    fill(kinds, kind),
    fill(workflows, flow),
    fill(offeredSteps, made),
    fill(retentions, retained(kind, fields, kept)),
    fill(mergeSources, mergedFields(kind, fields)),
    ...(record.numbers ? [fill(allSeries, record.numbers)] : []),
    ...(record.dueBy ? [fill(dueReasons, reasonBy(kind, record.dueBy))] : []),
    ...(publishes ? [fill(publishers, publishes)] : []),
    fill(
      templates,
      recordTemplate(kind, fields),
      ...letters.map((one) => letterTemplate(kind, one, fields)),
    ),
    ...(read ? [fill(importedLists, read)] : []),
    ...(rail
      ? [
          fill(navigation, {
            ...{ section: 'trades', ...rail, label: said(`${trade}.title`), href: path },
            ...{ permission: reads, kinds: [kind.name] },
          }),
        ]
      : []),
  ]
  return { pages, api, fills, path, steps: made }
}
