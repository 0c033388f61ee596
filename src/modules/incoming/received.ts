import { z } from 'zod'
import { line, localDateTime, oneLine, optionalLine } from '#kernel/http'
import { meetingYears } from '#modules/deliberations'

/** How much one message may hold. */
const most = { points: 500, annexes: 50, html: 500_000, file: 30_000_000 } as const

/** An id, a token or a name of theirs. */
const theirs = () => line(500)

/** When something was changed there: a clock that is ahead would shut out all that comes after. */
const modified = () =>
  z.iso
    .datetime({ offset: true, abort: true })
    .refine((text) => text.startsWith('2') && !/\.\d{10}/.test(text), {
      message: 'incoming.received.instant',
      abort: true,
    })
    .transform((text) => Temporal.Instant.from(text))
    .superRefine((at, issues) => {
      const ahead = Temporal.Now.instant().add({ minutes: 10 })
      if (Temporal.Instant.compare(at, ahead) > 0)
        issues.addIssue({ code: 'custom', message: 'incoming.received.ahead' })
    })
    .describe(
      'When it was last changed there, with its offset: what is older than what is known changes nothing.',
    )

const count = () => z.int().min(0).max(10_000)

const ReceivedVote = z.strictObject({
  about: oneLine(500)
    .nullable()
    .default(null)
    .describe('What was put to the vote; null: the whole.'),
  secret: z.boolean(),
  ...{ yes: count(), no: count(), abstain: count() },
  blank: count().default(0),
  invalid: count().default(0),
  adopted: z.boolean(),
})
export type ReceivedVote = z.output<typeof ReceivedVote>

/** What other software tells of a file that may leave. */
const ReceivedAnnex = z.strictObject({
  id: theirs(),
  title: line(200),
  name: line(255).describe('As the file is called there, with its ending.'),
  modified: modified().nullable().default(null),
  publishable: z.literal(true, 'incoming.received.not_publishable').optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .toLowerCase()
    .optional()
    .describe('Of its bytes. A file that is known by it may come without `content`.'),
  content: z
    .base64()
    .max(Math.ceil(most.file / 3) * 4)
    .transform((text): Uint8Array => Buffer.from(text, 'base64'))
    .nullable()
    .default(null)
    .describe('Its bytes, in base64.'),
})
export type ReceivedAnnex = z.output<typeof ReceivedAnnex>

const outcomes = [
  ...(['accepted', 'accepted_modified', 'refused', 'treated'] as const),
  ...(['delayed', 'removed', 'cancelled'] as const),
] as const

/** What other software tells of a point. */
const ReceivedPoint = z
  .strictObject({
    id: theirs(),
    modified: modified(),
    session: z
      .literal('public', 'incoming.received.closed')
      .default('public')
      .describe('Points of a closed session are never told: one that says so is refused.'),
    stage: z.enum(['project', 'decision']),
    order: z.int().min(0).max(100_000),
    number: optionalLine(40),
    reference: optionalLine(100),
    title: line(500),
    subject: theirs().nullable().default(null),
    in_charge: z.array(theirs()).max(20).default([]).describe('In their order.'),
    outcome: z.enum(outcomes).nullable().default(null),
    motivation: z.string().max(most.html).default('').describe('HTML.'),
    decision: z.string().max(most.html).default('').describe('HTML.'),
    votes: z.array(ReceivedVote).max(50).default([]),
    annexes: z.array(ReceivedAnnex).max(most.annexes).default([]),
  })
  .superRefine(({ stage, outcome, annexes }, issues) => {
    if ((stage === 'decision') !== (outcome !== null))
      issues.addIssue({
        code: 'custom',
        path: ['outcome'],
        message: `incoming.received.outcome.${stage}`,
      })
    refuseTwice(annexes, 'annexes', issues)
  })
export type ReceivedPoint = z.output<typeof ReceivedPoint>

/** What other software tells of a meeting, with all its public points: those that it names no more are gone. */
export const ReceivedMeeting = z
  .strictObject({
    id: theirs(),
    modified: modified(),
    organ: theirs(),
    title: line(300),
    starts_at: localDateTime(meetingYears),
    place: optionalLine(),
    state: z.enum(['planned', 'held', 'cancelled']),
    points: z.array(ReceivedPoint).max(most.points),
  })
  .superRefine(({ points, state, starts_at }, issues) => {
    if (state === 'held' && Temporal.Instant.compare(starts_at, Temporal.Now.instant()) > 0)
      issues.addIssue({ code: 'custom', path: ['state'], message: 'incoming.received.ahead' })
    refuseTwice(points, 'points', issues)
    for (const [at, { stage }] of points.entries())
      if (stage === 'decision' && state === 'planned')
        issues.addIssue({
          code: 'custom',
          path: ['points', at, 'stage'],
          message: 'incoming.received.not_held',
        })
  })
export type ReceivedMeeting = z.output<typeof ReceivedMeeting>

function refuseTwice(some: readonly { id: string }[], name: string, issues: z.RefinementCtx): void {
  const known = new Set<string>()
  for (const [at, { id }] of some.entries()) {
    if (known.has(id))
      issues.addIssue({
        code: 'custom',
        path: [name, at, 'id'],
        message: 'incoming.received.twice',
        params: { id },
      })
    known.add(id)
  }
}
