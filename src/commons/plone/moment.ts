import { answerLimits as limits } from './limits.ts'
import type { MeetingAnswer } from './shapes.ts'

/** When the meeting starts, and what the secretariat should know of that choice. */
export interface Start {
  at: Temporal.ZonedDateTime
  /** ISO days, when `date` and `startDate` name two. */
  differs: { date: string; startDate: string } | null
  hourKnown: boolean
}

const zone = 'Europe/Brussels'

/**
 * Start of a meeting, Europe/Brussels. `date` is the planned moment, `startDate` the real one; both
 * are given in UTC, so that midnight in Brussels reads 22:00 or 23:00 of the day before. Where they
 * name two days, the one that the title names is right: the title stands on the convocation and the
 * references of the points are derived from that day, while `date` may be left from a copied
 * meeting. Within that day, a moment with an hour is preferred to midnight, `date` to `startDate`.
 */
export function startOf(
  answer: Pick<MeetingAnswer, 'title' | 'date' | 'startDate' | 'start_date'>,
): Start | null {
  const date = moment(answer.date)
  const startDate = moment(answer.startDate ?? answer.start_date)
  const candidates = [date, startDate].filter((at) => at !== null)
  const named = dayNamed(answer.title)
  const agreeing = candidates.filter((at) => named !== null && day(at).equals(named))
  const pool = agreeing.length > 0 ? agreeing : candidates
  const at = pool.find(hasHour) ?? pool[0]
  if (!at) return null
  const twoDays = date !== null && startDate !== null && !day(date).equals(day(startDate))
  return {
    at,
    differs: twoDays ? { date: day(date).toString(), startDate: day(startDate).toString() } : null,
    hourKnown: hasHour(at),
  }
}

/**
 * An ISO 8601 moment; one without offset is local time, as newer versions write it. None where the clocks skip or
 * repeat that hour, or in a year of which no meeting is taken over.
 */
function moment(text: string | null | undefined): Temporal.ZonedDateTime | null {
  if (!text) return null
  const at =
    orNull(() => Temporal.Instant.from(text).toZonedDateTimeISO(zone)) ??
    orNull(() =>
      Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'reject' }),
    )
  return at && isOfMeetings(at) ? at : null
}

/** Not by what forms ask: the process that reads an upload has no forms. */
function isOfMeetings({ year }: Temporal.ZonedDateTime): boolean {
  const { since, ahead } = limits.years
  return year >= since && year <= Temporal.Now.plainDateISO(zone).year + ahead
}

function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const day = (at: Temporal.ZonedDateTime): Temporal.PlainDate => at.toPlainDate()

const hasHour = (at: Temporal.ZonedDateTime): boolean => at.hour + at.minute > 0

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

/** The day that a title such as « 1er juin 2026 (20:00) » names. */
function dayNamed(title: string): Temporal.PlainDate | null {
  const found = /(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})/u.exec(title)
  if (!found) return null
  const [, dayText = '', monthText = '', year = ''] = found
  const month =
    months.indexOf(monthText.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()) + 1
  if (month === 0) return null
  return orNull(() =>
    Temporal.PlainDate.from(
      { year: Number(year), month, day: Number(dayText) },
      { overflow: 'reject' },
    ),
  )
}
