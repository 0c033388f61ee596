import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes, optionalLine } from '#kernel/http'
import { reasonInWords } from '#kernel/jobs'
import { openMessage, type Sent, sentMessages } from './messages.ts'

export const api = new ApiRoutes('/outbox')
const reads = permission('outbox.read')

const Message = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  to_name: z.string(),
  to_address: z.string(),
  state: z.enum(['waiting', 'sent', 'refused', 'kept', 'returned']),
  reason: z.string().nullable().describe('Why it was refused, or came back'),
  done_at: z.iso
    .datetime()
    .nullable()
    .describe('When it was handed over, refused or kept, or came back'),
  subject: z.string().nullable().describe('Null: it is of a dossier that I may not see'),
  returned_at: z.iso
    .datetime()
    .nullable()
    .describe('When a message to this address came back last'),
})
const Opened = Message.extend({
  dossiers: z.array(
    z.object({ id: z.uuid(), kind: z.string(), reference: z.string(), title: z.string() }),
  ),
  text: z.string().nullable().describe('Null: it is of a dossier that I may not see'),
})

const told = <S extends Sent>({ at, done_at, reason, returned_at, ...rest }: S) => ({
  ...rest,
  returned_at: returned_at?.toString() ?? null,
  at: at.toString(),
  done_at: done_at?.toString() ?? null,
  reason: reason && reasonInWords(reason),
})

api.on(
  'get',
  '',
  reads,
  {
    summary: 'The messages that the house wrote by e-mail, the last first',
    query: z.object({ after: optionalLine(40) }),
    answer: z.object({
      messages: z.array(Message),
      next: z.uuid().nullable().describe('Give it as after for the next page'),
    }),
  },
  async (_c, { after }) => {
    const { messages, next } = await sentMessages(after)
    return { messages: messages.map(told), next }
  },
)

api.on('get', '/:id', reads, { summary: 'A message with its text', answer: Opened }, async (c) =>
  told(await openMessage(c.req.param('id'))),
)
