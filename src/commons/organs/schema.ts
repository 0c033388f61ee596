import { z } from 'zod'
import { day, line, optionalDay, optionalLine } from '#kernel/http'
import { seatParts } from './tables.ts'

/** Who is to sit, and on which days: the first and the last, both among it. */
export const SeatFields = z.object({
  person: line(200),
  part: z.enum(seatParts).default('member'),
  title: optionalLine(200),
  first_day: day(),
  last_day: optionalDay().default(null),
})

/** Who takes a seat, and from which day on. */
export const ReplacementFields = SeatFields.pick({ person: true, title: true, first_day: true })
/** The last day of a seat: today unless told. */
export const EndFields = SeatFields.pick({ last_day: true })
/** Before or after the one who sits next to them. */
export const RankFields = z.object({ way: z.enum(['up', 'down']) })
