import { z } from 'zod'
import { flag, id, integer, localDateTime, optionalLine, optionalLines } from '#kernel/http'

/** A meeting is convened some years before at most; old ones are taken over from the systems of their time. */
export const meetingYears = { since: 1990, ahead: 10 }

export const NewMeeting = z.object({
  organ_id: id(),
  starts_at: localDateTime(meetingYears),
  place: optionalLine(),
  held: flag().describe('It was held before it is written here.'),
})

/** Where a point that comes back begins again. */
export const ComingBack = z.object({ state: z.enum(['validated', 'created']).default('validated') })

export const Presenting = z.object({
  meeting_id: id()
    .optional()
    .describe('Without it the one for which it is meant, else the next whose agenda is open.'),
})
const moves = {
  id: id(),
  position: integer(1, 10_000).optional().describe('Its place in the list, from 1.'),
  number: z
    .string()
    .trim()
    .regex(/^\d{1,4}(\.\d{1,3})?$/, 'deliberations.order.no_number')
    .optional()
    .describe('Its number on the agenda: `3`, or `2.1`, which stands below what is `2` now.'),
}
type To = { position?: number | undefined; number?: string | undefined }
const oneOf = ({ position, number }: To): boolean =>
  (position === undefined) !== (number === undefined)
const wanted = { path: ['position'], message: 'deliberations.order.one_target' }

/** Where a point goes on an agenda: to a place, or to a number. */
export const Moving = z.object(moves).refine(oneOf, wanted)
/** From a page: whether the list in which it was moved has said so. */
export const MovedOnPage = z.object({ ...moves, told: flag() }).refine(oneOf, wanted)

/** Where it was told to go. */
export const targetOf = ({ position, number }: To): number | string => number ?? position ?? 0

export const MeetingStep = z.object({
  verb: z.enum(['freeze', 'unfreeze', 'decide', 'close', 'lift', 'cancel', 'reopen']),
  comment: optionalLines(2000),
})
