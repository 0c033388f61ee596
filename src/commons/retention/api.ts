import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { retentions } from '#commons/holdings'
import { Edition, editionOf } from '#kernel/pages'
import { certificate } from './certificate.ts'
import { destroyProposed, standing } from './destroy.ts'
import { goingNamed } from './going.ts'
import { nameOf } from './retention.ts'
import { tracesInWords } from './traces.ts'

export const api = new ApiRoutes('/retention')

const Kept = z.object({
  what: z.string(),
  kind: z.string().nullable(),
  period: z.string().nullable().describe('As ISO 8601; null: without end, or with its dossier'),
  with_dossier: z.boolean().describe('As long as the dossier of which it is'),
  because: z.string(),
  verified: z.boolean(),
  personal: z.array(z.string()).describe('What is said of persons in it'),
  fields: z
    .array(z.object({ label: z.string(), period: z.string() }))
    .describe('Fields that are to be kept no longer than this, as ISO 8601; nothing empties them'),
})

api.on(
  'get',
  '',
  permission('retention.read'),
  { summary: 'What the authority holds, how long, and why', answer: z.array(Kept) },
  async () =>
    retentions.all().map((one) => ({
      what: nameOf(one),
      kind: 'kind' in one.of ? one.of.kind : null,
      period: typeof one.keep === 'object' ? one.keep.period : null,
      with_dossier: one.keep === 'with_dossier',
      because: t(one.because),
      verified: one.verified,
      personal: (one.personal ?? []).map((label) => t(label)),
      fields: (one.fields ?? []).map(({ label, period }) => ({ label: t(label), period })),
    })),
)

const Due = z.object({
  kind: z.string(),
  edition: z.string().describe('Give it back with what is confirmed'),
  rows: z.array(
    z.object({
      id: z.uuid(),
      reference: z.string(),
      ended_on: z.iso.date(),
      over_on: z.iso.date(),
      asked: z.string().nullable().describe('The request by which it is proposed before its time'),
      kept: z.string().nullable().describe('Why it stays; null: it would be destroyed'),
    }),
  ),
})

api.on(
  'get',
  '/due/:kind',
  permission('retention.destroy'),
  { summary: 'Dossiers of a kind whose time is over: what would be destroyed', answer: Due },
  async (c) => {
    const going = goingNamed(c.req.param('kind'))
    const rows = await going.proposed(false)
    return {
      kind: going.kind,
      edition: editionOf(standing(rows)),
      rows: rows.map(({ id, reference, ended_on, over_on, asked, kept }) => ({
        ...{ id, reference, asked, kept },
        ended_on: ended_on.toString(),
        over_on: over_on.toString(),
      })),
    }
  },
)

const Certified = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.string(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
  hash: z.string(),
  destroyed: z.array(
    z.object({
      ...{ id: z.uuid(), reference: z.string(), hash: z.string(), ended_on: z.iso.date() },
      asked: z
        .string()
        .optional()
        .describe('The request of a person by which it went before its time'),
      with: z.string().optional().describe('What of other folders went with it, in words'),
    }),
  ),
})

const certified = async (id: string): Promise<z.input<typeof Certified>> => {
  const { reference, kind, by_name: by, at, hash, destroyed } = await certificate(id)
  return {
    ...{ id, reference, kind, by, at: at.toString(), hash },
    destroyed: destroyed.map(({ with: traces, ...row }) => ({
      ...row,
      ...(traces && { with: tracesInWords(traces) }),
    })),
  }
}

api.on(
  'post',
  '/due/:kind',
  permission('retention.destroy'),
  {
    summary: 'Destroy for good what was looked at, and certify it',
    body: Edition,
    answer: Certified,
    status: 201,
  },
  async (c, { edition }) =>
    certified(await destroyProposed(goingNamed(c.req.param('kind')), edition)),
)

api.on(
  'get',
  '/certificates/:id',
  permission('retention.destroy'),
  {
    summary: 'What was destroyed, by whom, under which rule: references and hashes',
    answer: Certified,
  },
  (c) => certified(c.req.param('id') ?? ''),
)
