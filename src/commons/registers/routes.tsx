import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, PageRoutes } from '#kernel/http'
import { said } from '#kernel/i18n'
import { fill } from '#kernel/module'
import { templates } from '#commons/documents'
import { kinds } from '#commons/dossiers'
import {
  answered,
  apiRoutes,
  byMine,
  byState,
  type Fields,
  formRoutes,
  listRoute,
  mineOrAll,
  type OwnColumns,
  type RecordKind,
} from '#commons/records'
import { retained, retentions } from '#commons/retention'
import { offeredSteps, plainSteps, takeStep, type Workflow, workflows } from '#commons/workflow'
import { recordTemplate } from './document.ts'
import { pageRoutes } from './page.tsx'

interface Look<F extends Fields> {
  /** How long its dossiers are kept, and why. */
  kept: Parameters<typeof retained>[2]
  /** The columns of the list after the title, unless the person chose others. */
  columns: readonly (keyof F & string)[]
  /** « permit », in the summaries of the API. */
  what: string
}

/**
 * The pages, API and document of a plain kind of dossiers `trade.thing`, whose page of one is
 * `/trade/things/<id>`, and what its manifest fills. It asks for the permissions `read`, `write`, `edit` and
 * `step` of the trade, and has the words `list`, `count`, `none` and `write` of the kind. A page that needs
 * more is written by hand with the pieces that this calls.
 */
export function registerRoutes<F extends Fields, Own extends OwnColumns<F>>(
  record: RecordKind<F, Own>,
  flow: Workflow,
  { columns, what, kept }: Look<F>,
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

  const pages = new PageRoutes(`/${trade}`)
  listRoute(
    pages,
    at,
    { reads, writes },
    {
      ...{ kind, fields, flow, path, columns: [...columns, 'state'] },
      list: `${trade}.${things}`,
      filters: [byMine, byState(flow)],
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
  formRoutes(pages, at, record, {
    ...{ writes, edits, path },
    words: {
      write: word('write'),
      edit: 'registers.edit',
      saved: 'registers.saved',
      not_editable: 'registers.not_editable',
    },
  })
  pageRoutes(pages, at, record, made, { reads, edits, steps })

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
    ...answered<Fields, string>(fields, Object.keys(fields)),
  })
  apiRoutes(api, at, record, {
    ...{ reads, writes, edits, what },
    answer: Answer,
    listed: Root,
  })
  api.on(
    'post',
    `${at}/:id/steps`,
    steps,
    { summary: `Send a ${what} on or back`, body: made.schema, answer: Answer as z.ZodType },
    (c, step) => takeStep(c, made, step),
  )

  const fills = [
    fill(kinds, kind),
    fill(workflows, flow),
    fill(offeredSteps, made),
    fill(retentions, retained(kind, fields, kept)),
    fill(templates, recordTemplate(kind, fields)),
  ]
  return { pages, api, fills, path }
}
