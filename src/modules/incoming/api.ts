import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { countTold } from './brake.ts'
import { compare, receive } from './receive.ts'
import { ReceivedMeeting } from './received.ts'

/** What a program of a vendor tells. */
export const api = new ApiRoutes('/incoming')

const Ids = z.array(z.string())

const Unmapped = z
  .object({ organs: Ids, subjects: Ids, in_charge: Ids })
  .describe('Tokens of which nobody has said yet what they stand for here.')

const ReceivedAnswer = z.object({
  meeting: z.uuid().nullable(),
  created: Ids.describe('Points by their ids there.'),
  modified: Ids,
  removed: Ids.describe('Named no more. What is public of them stays until somebody withdraws it.'),
  unchanged: Ids,
  ignored: z.array(z.object({ id: z.string(), why: z.enum(['older', 'not_chosen']) })),
  left: z
    .array(z.object({ id: z.string(), what: z.string() }))
    .describe(
      'What readers of the texts would miss here, in words: pictures that are none, notes.',
    ),
  unmapped: Unmapped,
})

const Step = z.enum(['added', 'modified', 'unchanged', 'removed', 'older'])

/** As much as is sent in one message. */
const bounds = { bytes: 64_000_000, fields: 30_000 }

api.on(
  'put',
  '/sources/:id/meetings',
  permission('incoming.push'),
  {
    summary:
      'Tell a meeting of other software with its public points: drafts that somebody publishes',
    body: ReceivedMeeting,
    answer: ReceivedAnswer,
    bounds,
  },
  async (c, told) => {
    const source = c.req.param('id') ?? ''
    countTold(source)
    return receive(source, told)
  },
)

api.on(
  'post',
  '/sources/:id/comparison',
  permission('incoming.push'),
  {
    summary: 'What telling a meeting would do: nothing is written',
    body: ReceivedMeeting,
    answer: z.object({
      points: z.array(
        z.object({
          ...{ id: z.string(), title: z.string(), what: Step },
          annexes: z.array(z.object({ id: z.string(), title: z.string(), what: Step })),
        }),
      ),
      unmapped: Unmapped,
    }),
    bounds,
  },
  async (c, told) => {
    const source = c.req.param('id') ?? ''
    countTold(source)
    return compare(source, told)
  },
)
