import { z } from 'zod'
import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { headOfChain } from '#kernel/audit-chain'
import { ApiRoutes, optionalLine } from '#kernel/http'
import { enqueue } from '#kernel/jobs'
import { check } from './check.ts'
import { lastCheck, linesOf } from './lines.ts'
import { Asked } from './schema.ts'
import { subjectsOf } from './subjects.ts'

export const api = new ApiRoutes('/journal')
const reads = permission('journal.read')

const Line = z.object({
  seq: z.string().describe('Its number in the chain, without gaps'),
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string(),
  actor_id: z.uuid().nullable(),
  actor_name: z.string(),
  seen_as_id: z.uuid().nullable().describe('Whom an administrator was seeing the house as'),
  seen_as_name: z.string().nullable(),
  address: z.string().nullable(),
  subject: z.string().nullable(),
  about: z.string().nullable().describe('The same in words, names in the place of ids'),
  href: z.string().nullable().describe('Where that is, for whoever may open it'),
})

api.on(
  'get',
  '',
  reads,
  {
    summary: 'The security log: who did or read what, when, from where; the last first',
    query: Asked.extend({ after: optionalLine(20) }),
    answer: z.object({
      lines: z.array(Line),
      next: z.string().nullable().describe('Give it as after for the next page'),
    }),
  },
  async (c, { after, ...asked }) => {
    await audit('audit_read', c.req.path)
    const { lines, next } = await linesOf(asked, { after })
    const subjects = await subjectsOf(lines)
    const told = lines.map(({ at, ...rest }) => {
      const about = subjects.get(rest.subject ?? '')
      return { ...rest, at: at.toString(), about: about?.words ?? null, href: about?.href ?? null }
    })
    return { lines: told, next }
  },
)

api.on(
  'get',
  '/chain',
  reads,
  {
    summary: 'Where the chain of the log ends, and what the last walk over it said',
    answer: z.object({
      seq: z.string().nullable(),
      hash: z.string().nullable(),
      checked_at: z.iso.datetime().nullable(),
      whole: z.boolean().nullable(),
      found: z.string().nullable(),
    }),
  },
  async () => {
    const head = await headOfChain()
    const last = await lastCheck()
    return {
      seq: head?.seq ?? null,
      hash: head?.hash.toString('hex') ?? null,
      checked_at: last?.at.toString() ?? null,
      whole: last ? last.action === 'verified' : null,
      found: last?.subject ?? null,
    }
  },
)

api.on(
  'post',
  '/checks',
  reads,
  { summary: 'Have the chain of the log walked over, in the background', status: 202 },
  () => enqueue(check, {}, 'journal.check'),
)
