import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { optionalDay, optionalId } from '#kernel/http'
import { today } from '#commons/clock'

/** Of which organ, from when to when is asked: this year up to today unless told. */
export const Asked = z.object({
  organ: optionalId(),
  from: optionalDay().default(null),
  to: optionalDay().default(null),
})

/** A stretch of days, both with it, of one organ or of all. */
export interface Stretch {
  organ: string | null
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** The longest stretch, in years: a term and what is left of the one before. */
const longest = 8

export function spanOf({ organ, from, to }: z.output<typeof Asked>): Stretch {
  const until = to ?? today()
  const since = from ?? until.with({ month: 1, day: 1 })
  if (Temporal.PlainDate.compare(since, until.subtract({ years: longest })) < 0)
    throw Invalid.field('from', 'attendance.too_long', { years: longest })
  return { organ, from: since, to: until }
}

/** The year of a report of remunerations (CDLD L6421-1). */
export const AskedYear = z.object({
  year: z.coerce.number().int().min(1990).max(2100).optional(),
})

export const yearOf = ({ year }: z.output<typeof AskedYear>): Stretch => {
  const of = Temporal.PlainDate.from({ year: year ?? today().year - 1, month: 1, day: 1 })
  return { organ: null, from: of, to: of.with({ month: 12, day: 31 }) }
}
