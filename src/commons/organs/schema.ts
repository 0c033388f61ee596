import { z } from 'zod'
import { day, flag, integer, line, optionalDay, optionalLine } from '#kernel/http'
import { seatParts } from './tables.ts'

/** Who is to sit, and on which days: the first and the last, both among it. */
export const SeatFields = z.object({
  person: line(200),
  part: z.enum(seatParts).default('member'),
  title: optionalLine(200),
  group: optionalLine(100),
  first_day: day(),
  last_day: optionalDay().default(null),
})

/** Who takes a seat, and from which day on. */
export const ReplacementFields = SeatFields.pick({
  person: true,
  title: true,
  group: true,
  first_day: true,
})
/** The last day of a seat, or of an organ: today unless told. */
export const EndFields = SeatFields.pick({ last_day: true })
/** How a seat is called. */
export const TitleFields = SeatFields.pick({ title: true, group: true })
/** Before or after the one who sits next to them. */
export const RankFields = z.object({ way: z.enum(['up', 'down']) })

/** What is said of an organ. */
const OrganFields = z.object({
  name: line(120),
  acronym: line(12),
  speaks_as: optionalLine(140),
  seats: z.union([z.literal('').transform(() => null), z.null(), integer(1, 300)]).default(null),
})
/** What is said anew of one that is there. */
export const ChangedOrganFields = OrganFields.extend({
  mistaken: flag().describe('The name only puts a mistake right, in what was decided before too'),
})
export const NewOrganFields = OrganFields.extend({ kind: line(40) })
