import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Permission } from '#kernel/access'
import { type ApiRoutes, indefinite, optionalLine } from '#kernel/http'
import { today } from '#commons/clock'
import { ensureFresh, load, Version } from '#commons/dossiers'
import { ensureWithheld, workflows } from '#commons/workflow'
import { asked, askedPartly, type Fields, type Given, type OwnColumns } from './fields.ts'
import type { RecordKind } from './form-routes.tsx'
import { byState } from './list-filters.ts'
import { columnOf, listRecords, totalsOf } from './list.ts'

interface RecordApi {
  reads: Permission
  writes: Permission
  edits: Permission
  /** « point », in the summaries of the routes. */
  what: string
  /** What is told of one; it takes the dossier as it is. */
  answer: z.ZodType
  /** Of what is answered of one, what a list tells: of the root, and of these fields. */
  listed: z.ZodObject
}

/** What a program sends to rewrite one: what it leaves out stays. */
const rewrittenPartly = <F extends Fields>(fields: F) =>
  askedPartly(fields).extend(Version.shape) as unknown as z.ZodType<
    Partial<Given<F>> & { version: number }
  >

/** As a list narrows by state: what is set aside is told to who asks for it. */
function inStates(kind: string, state: string): RawBuilder<SqlBool>[] {
  const flow = workflows.every().find((one) => one.kind === kind)
  const { where, unasked } = flow ? byState(flow) : {}
  const column = sql`d.state`
  const narrowed = state === '' ? unasked?.(column) : where?.(state, column)
  return narrowed ? [narrowed] : []
}

/** Adds four routes to an API: list, write, read, rewrite. The trade’s `answer` says what is told. */
export function apiRoutes<F extends Fields, Own extends OwnColumns<F>>(
  api: ApiRoutes,
  at: string,
  { kind, fields, write, rewrite }: RecordKind<F, Own>,
  { reads, writes, edits, what, answer, listed }: RecordApi,
): void {
  ensureWithheld(kind, fields)
  const told = Object.keys(fields).filter((name) => name in listed.shape)
  const columns = Object.fromEntries(told.map((name) => [name, columnOf(name)]))
  const Page = z.object({
    items: z.array(listed),
    next: z.string().nullable().describe('Give it as `after` for the next page.'),
    total: z
      .int()
      .nullable()
      .describe('How many there are; null where there are too many to count.'),
    more_than: z.int().nullable().describe('Then there are more than so many.'),
  })
  api.on(
    'get',
    at,
    reads,
    {
      summary: `The ${what}s that I may see, the last changed first, a page at a time`,
      query: z.object({
        after: optionalLine(1000),
        state: optionalLine(80).describe(
          'Those in this state alone; without it, those that are set aside (merged, say) are left out.',
        ),
      }),
      answer: Page,
    },
    async (_c, { after, state }) => {
      const where = inStates(kind.name, state)
      const { items, next } = await listRecords(kind, { after, columns, where })
      const { count, more } = await totalsOf(kind, { today: today(), where })
      return {
        items,
        next,
        ...(more ? { total: null, more_than: count } : { total: count, more_than: null }),
      }
    },
  )
  api.on(
    'post',
    at,
    writes,
    { summary: `Write ${indefinite(what)}`, body: asked(fields), answer, status: 201 },
    (_c, given) => write(given as Given<F>), // The schema is made of these fields.
  )
  api.on('get', `${at}/:id`, reads, { summary: `One ${what}`, answer }, (c) => load(c, kind))
  api.on(
    'put',
    `${at}/:id`,
    edits,
    {
      summary: `Rewrite ${indefinite(what)}, from the version that was read; what is left out stays`,
      body: rewrittenPartly(fields),
      answer,
    },
    async (c, given) => {
      const dossier = await load(c, kind)
      await ensureFresh(dossier, given.version)
      return rewrite(dossier, given)
    },
  )
}
