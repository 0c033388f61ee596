import { z } from 'zod'
import { permission } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { ApiRoutes, optionalLine } from '#kernel/http'
import { load } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { recordOf } from '#modules/minutes'
import { askRegister } from './ask.ts'
import { Asked, entriesOf, type Entry, entryNamed } from './entries.ts'
import { Made } from './schema.ts'
import { entryKinds } from './tables.ts'
import { verifyRegister } from './verify.ts'

/** The register of deliberations in JSON; the same functions and schemas as the pages. */
export const api = new ApiRoutes('/deliberations')

const reads = permission('register.read')

const EntryAnswer = z.object({
  id: z.uuid(),
  organ_id: z.uuid(),
  organ: z.string(),
  seq: z.int().describe('Its place in the chain of its organ, from 1.'),
  kind: z.enum(entryKinds),
  reference: z.string(),
  about_id: z.uuid().describe('The point, or the minutes that a correction is of.'),
  meeting_id: z.uuid(),
  day: z.iso.date(),
  title: z.string(),
  written_at: z.iso.datetime(),
  written_by: z.string(),
  hash: z.string(),
})

const told = (one: Entry): z.input<typeof EntryAnswer> => ({
  ...one,
  day: one.day.toString(),
  written_at: one.written_at.toString(),
})

api.on(
  'get',
  '/register',
  reads,
  {
    summary: 'The register of deliberations, the last entry first, as far as one may read each',
    query: Asked.extend({ after: optionalLine(40) }),
    answer: z.object({ items: z.array(EntryAnswer), next: z.string().nullable() }),
  },
  async (_c, { after, ...asked }) => {
    const { entries, next } = await entriesOf(asked, { after })
    return { items: entries.map(told), next }
  },
)
api.on(
  'get',
  '/register/entries/:id',
  reads,
  {
    summary: 'One entry, with its words as they are hashed',
    answer: EntryAnswer.extend({ content: z.string() }),
  },
  async (c) => {
    const entry = await entryNamed(c.req.param('id'))
    return { ...told(entry), content: entry.content }
  },
)
api.on(
  'get',
  '/register/verification',
  permission('register.verify'),
  {
    summary: 'Whether the register of each organ is whole, walked over now',
    answer: z.array(
      z.object({
        organ: z.string(),
        entries: z.int(),
        head: z.string().nullable(),
        untold: z.int().describe('Signed by a master key that is no longer here.'),
        findings: z.array(
          z.object({
            what: z.enum(['changed', 'removed', 'inserted']),
            organ: z.string(),
            from: z.int(),
            to: z.int(),
            reference: z.string(),
          }),
        ),
      }),
    ),
  },
  async () => (await verifyRegister()).map((one) => ({ ...one, findings: [...one.findings] })),
)
api.on(
  'post',
  '/meetings/:id/register',
  permission('register.make'),
  {
    summary: 'Have the register of a meeting made as a document',
    body: Made,
    answer: z.object({ id: z.uuid() }),
    status: 202,
  },
  async (c, { format }) => {
    const record = await recordOf(await load(c, meetings))
    ensure(record, Conflict, 'register.not_yet')
    const { id } = await askRegister(record, format)
    return { id }
  },
)
