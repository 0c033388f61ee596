import { z } from 'zod'
import { permission } from '#kernel/access'
import { Invalid, NotFound } from '#kernel/errors'
import { readMany } from '#commons/dossiers'
import { items, meetings } from '#modules/deliberations'
import { pastOf } from './past.ts'
import { ApiRoutes, bytesInBody } from '#kernel/http'
import { ImportBody } from './choices.ts'
import { carryOut, type Preview, preview, uploadOf } from './importing.ts'
import { placeOf, sentenceOf } from './sentences.ts'

/** The import in JSON: the same functions and schemas as the pages. */
export const api = new ApiRoutes('/deliberations/imports')

const Label = z.object({
  token: z.string(),
  title: z.string().nullable(),
  /** `question`: it must be answered, by the id of one of ours, `create` or `{ create: name }`. */
  resolution: z.object({ kind: z.enum(['known', 'mapped', 'create', 'question']) }).loose(),
  items: z.number().int(),
})

const PlanAnswer = z.object({
  held: z.boolean().describe('It comes closed, as it was held elsewhere.'),
  ready: z.boolean(),
  changes: z.boolean(),
  organ: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  meeting: z.object({
    action: z.enum(['create', 'unchanged', 'refused']),
    title: z.string().nullable(),
    starts_at: z.iso.datetime().nullable(),
  }),
  items: z.array(
    z.object({
      action: z.enum(['create', 'unchanged', 'kept_local', 'refused']),
      uid: z.string().nullable(),
      /** Hundredths: 102 is 1.2. */
      number: z.number().nullable(),
      title: z.string().nullable(),
    }),
  ),
  categories: z.array(Label),
  services: z.array(Label),
  findings: z.array(
    z.object({
      severity: z.enum(['refused', 'question', 'notice']),
      code: z.string(),
      where: z.string(),
      sentence: z.string(),
    }),
  ),
})

const planAnswer = ({ plan, organ }: Preview): z.input<typeof PlanAnswer> => ({
  ...plan,
  organ,
  meeting: {
    action: plan.meeting.action,
    title: plan.meeting.meeting?.title ?? null,
    starts_at: plan.meeting.meeting?.startsAt.toInstant().toString() ?? null,
  },
  items: plan.items.map(({ action, item: { uid, number, title } }) => ({
    ...{ action, uid, number, title },
  })),
  findings: plan.findings.map((one) => ({
    ...{ severity: one.severity, code: one.code },
    where: placeOf(one.where),
    sentence: sentenceOf(one),
  })),
})

api.asking(
  'post',
  '/preview',
  permission('plonemeeting.import'),
  {
    summary: 'What the import of a meeting from PloneMeeting would create, ask and refuse',
    body: ImportBody,
    bounds: { bytes: bytesInBody },
    answer: PlanAnswer,
  },
  async (_c, { files, ...given }) => {
    const upload = await uploadOf(files)
    return async () => planAnswer(await preview({ ...given, upload }))
  },
)

api.asking(
  'post',
  '/',
  permission('plonemeeting.import'),
  {
    summary: 'Import a meeting from PloneMeeting; twice the same changes nothing',
    body: ImportBody,
    bounds: { bytes: bytesInBody },
    answer: z.object({
      meeting_id: z.uuid(),
      created: z.object({ items: z.number().int(), annexes: z.number().int() }),
    }),
    status: 201,
  },
  async (_c, { files, ...given }) => {
    const upload = await uploadOf(files)
    return async () => {
      const outcome = await carryOut({ ...given, upload })
      if (outcome.done === 'refused') throw new Invalid({ files: obstacles(outcome.preview) })
      if (outcome.done === 'nothing')
        return { meeting_id: outcome.meetingId, created: { items: 0, annexes: 0 } }
      const { meetingId, items, annexes } = outcome.imported
      return { meeting_id: meetingId, created: { items, annexes } }
    }
  },
)

/** Why it is not ready: each refusal and open question, with its place. */
const obstacles = ({ plan }: Preview) =>
  plan.findings
    .filter(({ severity }) => severity !== 'notice')
    .map((one) => [placeOf(one.where), sentenceOf(one)].filter(Boolean).join(' : '))

const Held = z.object({
  number: z.string().describe('As it was printed there.'),
  state: z.string().describe('Its state there.'),
  texts: z.array(z.object({ field: z.string(), html: z.string() })),
  attendees: z.array(
    z.object({ title: z.string(), type: z.string(), signatory: z.string().nullable() }),
  ),
  advisers: z.array(z.string()),
})

/** Whether whoever asks may see it. */
const isSeen = {
  meetings: async (id: string) => (await readMany(meetings, [id])).length > 0,
  items: async (id: string) => (await readMany(items, [id])).length > 0,
}

for (const what of ['meetings', 'items'] as const)
  api.on(
    'get',
    `/held/${what}/:id`,
    permission('deliberations.read'),
    {
      summary: `What was held elsewhere of ${what}: number, votes, who was there; 404 of others`,
      answer: Held,
    },
    async (c) => {
      const id = c.req.param('id') ?? ''
      const past = (await isSeen[what](id)) ? await pastOf(id) : undefined
      if (!past) throw new NotFound()
      return past
    },
  )
