import { AsyncLocalStorage } from 'node:async_hooks'
import { z } from 'zod'
import { timeZone } from '#kernel/i18n'

/** Between which years a date is plausible: from the first, to so many after this one. */
export interface Years {
  readonly since?: number
  readonly ahead?: number
}

/** Of what is dealt with by an authority, nothing says more: somebody’s working life, a lease of 99 years. */
const anyDeal = { since: 1950, ahead: 100 }

/** The first and the last plausible year. */
export function yearsOf({ since = anyDeal.since, ahead = anyDeal.ahead }: Years = {}) {
  return { first: since, last: Temporal.Now.plainDateISO(timeZone).year + ahead }
}

/** Whether a date can be meant at all: `0026` is a slip of the keyboard. */
export function isPlausible({ year }: { readonly year: number }, years?: Years): boolean {
  const { first, last } = yearsOf(years)
  return year >= first && year <= last
}

/** Refuses a date that cannot be meant; the sentence names its year and those that are expected. */
function ensurePlausible(date: { readonly year: number }, issues: z.RefinementCtx, years?: Years) {
  if (isPlausible(date, years)) return
  const { first, last } = yearsOf(years)
  const params = { year: String(date.year), first: String(first), last: String(last) }
  issues.addIssue({ code: 'custom', message: 'http.field.implausible', params })
}

/** A day, `2026-06-25`, in a plausible year; no calendar has a year 0. */
export const day = (years?: Years) =>
  z.iso
    .date({ abort: true })
    .refine((text) => text >= '0001', { message: 'http.field.date', abort: true })
    .transform((text) => Temporal.PlainDate.from(text))
    .superRefine((date, issues) => ensurePlausible(date, issues, years))

/** A day, or nothing typed. */
export const optionalDay = (years?: Years) =>
  z.union([day(years), z.literal('').transform(() => null), z.null()])

/**
 * A local date and time as a browser sends it, `2026-06-25T20:00`, in the authority's time and in a plausible year.
 * An hour that the clocks skip is refused, and one that comes twice that night, unless it bears its offset. Programs
 * may give any hour with its offset; a person gives it to say which of two is meant, and to nothing else.
 */
export const localDateTime = (years?: Years) =>
  z.iso
    .datetime({ local: true, offset: true, abort: true })
    // No moment is finer than nine digits of a second.
    .refine((text) => text >= '0001' && !/\.\d{10}/.test(text), {
      message: 'http.field.date',
      abort: true,
    })
    .transform((text, issues) => {
      const typed = Temporal.PlainDateTime.from(text.replace(bearsOffset, ''))
      const [first, second] = instantsOf(typed)
      if (bearsOffset.test(text)) {
        const at = Temporal.Instant.from(text)
        const saysWhich = second && (at.equals(second) || (first && at.equals(first)))
        if (saysWhich || !byHand.getStore()) return at
        issues.addIssue({ code: 'custom', message: 'http.field.offset' })
        return z.NEVER
      }
      if (first && !second) return first
      issues.addIssue({
        code: 'custom',
        message: first ? 'http.field.doubled_hour' : 'http.field.no_such_hour',
        params: { before: `${typed.hour}:00`, after: `${typed.hour + 1}:00` },
      })
      return z.NEVER
    })
    .superRefine((at, issues) => ensurePlausible(at.toZonedDateTimeISO(timeZone), issues, years))

const byHand = new AsyncLocalStorage<true>()

/** Reads what a person typed in a form, who means the clocks of the authority. */
export const typedByHand = <T>(read: () => T): T => byHand.run(true, read)

const bearsOffset = /(Z|[+-]\d\d:?\d\d)$/

/** When the clocks of the authority show it: once, twice in a night of October, never in one of March. */
function instantsOf(typed: Temporal.PlainDateTime): Temporal.Instant[] {
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    typed.toZonedDateTime(timeZone, { disambiguation }),
  )
  if (!first || !second || !first.toPlainDateTime().equals(typed)) return []
  return first.equals(second) ? [first.toInstant()] : [first.toInstant(), second.toInstant()]
}
