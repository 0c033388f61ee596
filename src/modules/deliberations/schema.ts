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

export const Presenting = z.object({ meeting_id: id() })
/** A number on the agenda, from 1. */
export const Moving = z.object({ id: id(), position: integer(1, 10_000) })
/** From a page: whether the list in which it was moved has said so. */
export const MovedOnPage = Moving.extend({ told: flag() })

export const MeetingStep = z.object({
  verb: z.enum(['freeze', 'unfreeze', 'decide', 'close', 'lift', 'cancel', 'reopen']),
  comment: optionalLines(2000),
})
