import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { permission } from '#kernel/access'
import { db } from '#kernel/db'
import { type ApiRoutes, id, optionalLine, optionalLines } from '#kernel/http'
import { t } from '#kernel/i18n'
import { readMany, seen } from '#commons/dossiers'
import { isOneOfIn } from '#commons/workflow'
import { type AdviceColumns, advices, statusOf } from './advice.ts'
import { askOnMany, everyPair, untold, weighAsking } from './many.ts'

const [reads, asks] = [permission('advices.read'), permission('advices.give')]

const Listed = z.object({
  id: z.uuid(),
  title: z.string(),
  subject_id: z.uuid(),
  subject_kind: z.string(),
  type_id: z.uuid(),
  state: z.string(),
  status: z.string().describe('Where it stands today: still_time, timed_out, given…'),
  nature: z.string(),
  value: z.string().nullable(),
  due_on: z.preprocess((day) => day && String(day), z.iso.date().nullable()),
  given_on: z.preprocess((day) => day && String(day), z.iso.date().nullable()),
})

/** How many are told a page. */
const ofPage = 100

/** Adds the list of advices over all dossiers, and the demand on many. */
export function manyApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/advices',
    reads,
    {
      summary:
        'The advices that I may see, over all dossiers, the last asked first, a page at a time',
      query: z.object({
        after: optionalLine(40),
        state: optionalLine(20).describe('waiting, running, stopped, given, over'),
        mine: z.enum(['', 'given', 'asked']).default('').describe('That I give, or that I asked'),
      }),
      answer: z.object({ items: z.array(Listed), next: z.string().nullable() }),
    },
    async (_, { after, state, mine }) => {
      const from = id().safeParse(after).data ?? null
      const whose: Record<typeof mine, () => ReturnType<typeof isOneOfIn>> = {
        '': () => sql<SqlBool>`true`,
        given: () => isOneOfIn(['own:advisers']),
        asked: () => isOneOfIn(['own:askers']),
      }
      const { rows } = await sql<{ id: string }>`
        select d.id from commons.dossier d join commons.advice o using (tenant_id, id)
        where not o.withdrawn and ${seen()} and ${whose[mine]()}
          and (${state} = '' or d.state = ${state}) and (${from}::uuid is null or d.id < ${from})
        order by d.id desc limit ${ofPage + 1}`.execute(db())
      const some = await readMany<AdviceColumns>(
        advices,
        rows.slice(0, ofPage).map((row) => row.id),
      )
      const items = some.toReversed().map((one) => ({ ...one, status: statusOf(one) }))
      return { items, next: rows.length > ofPage ? (items.at(-1)?.id ?? null) : null }
    },
  )

  api.on(
    'post',
    '/asking',
    asks,
    {
      summary: 'Ask for advices on many dossiers at once, or tell what would become of each',
      body: z.object({
        about: z.string().max(120).describe('The name of the kind of the dossiers'),
        subjects: z.array(id()).min(1).max(200),
        types: z.array(id()).min(1).max(20),
        reason: optionalLines(2000),
        effect_only: z.boolean().default(false).describe('Nothing is written: only what would be.'),
      }),
      answer: z.object({
        items: z.array(
          z.object({
            subject_id: z.uuid(),
            type_id: z.uuid(),
            why: z.string().nullable().describe('Why it is not asked; null: it is.'),
          }),
        ),
        untold: z
          .int()
          .describe(
            'On how many of those that were sent nothing is told: they are not for you, or not there.',
          ),
      }),
    },
    async (_, { about, subjects, types, reason, effect_only: looks }) => {
      const wanted = everyPair(subjects, types)
      const all = looks ? await weighAsking(about, wanted) : await askOnMany(about, wanted, reason)
      return {
        items: all.map(({ subject, type, why }) => ({
          ...{ subject_id: subject.id, type_id: type.id, why: why && t(why) },
        })),
        untold: untold(subjects, all),
      }
    },
  )
}
