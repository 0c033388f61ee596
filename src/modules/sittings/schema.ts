import { z } from 'zod'
import { Edition } from '#kernel/pages'
import { gathered, integer } from '#kernel/http'

export const Presence = z.enum(['present', 'excused', 'absent'])
/** Seat → presence. */
export const Attendance = z.record(z.uuid(), Presence)

const Choice = z.enum(['yes', 'no', 'abstain'])
/** Seat → ballot, in a public vote. */
export const PublicVote = z.record(z.uuid(), Choice)
const count = () => integer(0, 1000).default(0)
/** Counts only, in a secret vote. */
export const SecretVote = z.object({
  yes: integer(0, 1000),
  no: count(),
  abstain: count(),
  blank: count(),
  invalid: count(),
})

export const AttendanceForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, seats: gathered('seats')(given) }),
  Edition.extend({ seats: Attendance }),
)
/** A vote as its form sends it, told apart by `yes`: counts, or ballots as `ballots.<seat>`. */
export const VoteForm = z.preprocess(
  (given: Record<string, unknown>) => ({
    ...given,
    ballots: gathered('ballots')(given),
    secret: 'yes' in given,
  }),
  z.discriminatedUnion('secret', [
    SecretVote.extend({ ...Edition.shape, secret: z.literal(true) }),
    Edition.extend({ secret: z.literal(false), ballots: PublicVote }),
  ]),
)

export const Decided = z.object({
  verb: z.enum(['accept', 'accept_modified', 'refuse', 'delay', 'remove', 'reopen']),
})
