import { z } from 'zod'
import { optionalLine } from '#kernel/http'
import { today } from '#commons/clock'

/** The first year and the last of which it is asked. */
export const years = { first: 2000, last: 2100 } as const

/** Of which year, this one unless told, and of which organ by its name, all unless told. */
export const AskedYear = z.object({
  year: z.coerce.number().int().min(years.first).max(years.last).optional(),
  organ: optionalLine(200),
})

export const yearOf = ({ year }: { year?: number | undefined }): number => year ?? today().year
