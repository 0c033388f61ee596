import { z } from 'zod'
import { permission } from '#kernel/access'
import type { ApiRoutes } from '#kernel/http'
import { annexApi } from '#commons/annexes'
import { answered } from '#commons/records'
import { isEditable } from '#commons/workflow'
import {
  type Advice,
  adviceFields,
  advices,
  advicesOn,
  adviceWorkflow,
  statusOf,
} from './advice.ts'
import { adviceOf, ask, askable, offer, setDelay, subjectNamed } from './asking.ts'
import { answer, writeDraft } from './giving.ts'
import { delaysOf } from './limit.ts'
import { Answering, Asking, Delaying, Drafting, Offering, step, Stepping } from './schema.ts'
import { versionsOf } from './version.ts'

const [reads, gives] = [permission('advices.read'), permission('advices.give')]

const Told = z.object({
  id: z.uuid(),
  subject_id: z.uuid(),
  state: z.string(),
  status: z.string().describe('Where it stands today: still_time, timed_out, given…'),
  nature: z.enum(['optional', 'mandatory', 'automatic', 'own']),
  confidential: z.boolean(),
  delay: z.string(),
  why: z.string().describe('How its last day was reckoned'),
  inherited: z.boolean(),
  ...answered(adviceFields),
})

const told = (advice: Advice) => ({
  ...advice,
  status: statusOf(advice),
  inherited: advice.inherited_from !== null,
})

const One = Told.extend({
  delays: z.array(z.object({ name: z.string(), label: z.string(), days: z.int().nullable() })),
  versions: z.array(
    z.object({
      number: z.int(),
      value: z.string(),
      words: z.string(),
      given_on: z.preprocess(String, z.iso.date()),
      given_by: z.string(),
      text: z.object({
        title: z.string(),
        parts: z.array(z.object({ name: z.string(), html: z.string() })).readonly(),
      }),
    }),
  ),
})

/** Adds to the API of kinds of advice that of advices. */
export function adviceApi(api: ApiRoutes): void {
  const Asked = z.object({
    items: z.array(Told),
    may_ask: z.array(z.object({ id: z.uuid(), title: z.string() })),
    may_offer: z.array(z.object({ id: z.uuid(), title: z.string() })),
  })
  api.on(
    'get',
    '/of/:id',
    reads,
    { summary: 'The advices on a dossier, and the kinds that I may ask or give', answer: Asked },
    async (c) => {
      const subject = await subjectNamed(c.req.param('id') ?? '')
      const { asks, offers } = await askable(subject)
      return {
        items: (await advicesOn([subject.dossier.id])).map(told),
        may_ask: asks,
        may_offer: offers,
      }
    },
  )
  api.on(
    'post',
    '/of/:id',
    gives,
    { summary: 'Ask for an advice on a dossier', body: Asking, answer: Told, status: 201 },
    async (c, given) =>
      told(await ask(await subjectNamed(c.req.param('id') ?? '', { lock: true }), given)),
  )
  api.on(
    'post',
    '/of/:id/own',
    gives,
    { summary: 'Begin an advice that nobody asked', body: Offering, answer: Told, status: 201 },
    async (c, { type_id }) =>
      told(await offer(await subjectNamed(c.req.param('id') ?? '', { lock: true }), type_id)),
  )
  api.on(
    'get',
    '/advices/:id',
    reads,
    { summary: 'One advice, with its versions and the text of each', answer: One },
    async (c) => {
      const { advice, type } = await adviceOf(c)
      const versions = await versionsOf(advice)
      return {
        ...told(advice),
        delays: delaysOf(type),
        versions: versions.map(({ snapshot, ...one }) => ({ ...one, text: snapshot })),
      }
    },
  )
  api.on(
    'post',
    '/advices/:id/draft',
    gives,
    { summary: 'Write at an advice, hidden until it is given', body: Drafting, answer: Told },
    async (c, given) => told(await writeDraft(await adviceOf(c), given)),
  )
  api.on(
    'post',
    '/advices/:id/steps',
    gives,
    { summary: 'Give, correct, ask again or take back', body: Stepping, answer: Told },
    async (c, given) => told(await step(await adviceOf(c), given)),
  )
  api.on(
    'post',
    '/advices/:id/delay',
    gives,
    { summary: 'Let another of its delays run', body: Delaying, answer: Told },
    async (c, given) => told(await setDelay(await adviceOf(c), given)),
  )
  api.on(
    'post',
    '/advices/:id/answer',
    gives,
    { summary: 'Say what the service thinks of it', body: Answering, answer: Told },
    async (c, given) => told(await answer(await adviceOf(c), given.answer)),
  )
  const mayEdit = (advice: Advice) => isEditable(adviceWorkflow, advice)
  annexApi(api, '/advices', advices, { reads, edits: gives, mayEdit, what: 'advice' })
}
