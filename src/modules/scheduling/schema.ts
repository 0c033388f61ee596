import { z } from 'zod'
import { id, localDateTime, optionalLine } from '#kernel/http'
import { meetingYears } from '#modules/deliberations'

const orNone = <T>(one: z.ZodType<T>) =>
  z.union([one, z.literal('').transform(() => null), z.null()])

/** For which meeting a point is meant; none: for any. */
export const Wished = z.object({
  meeting_id: orNone(id()).describe('A meeting of its organ; null: any.'),
})

/** When and where a meeting is prepared; without an hour it is not. */
export const Briefed = z.object({
  starts_at: orNone(localDateTime(meetingYears)).describe('Not after the meeting; null: none.'),
  place: optionalLine(),
})

export const Presented = z.object({ item_id: id() })
