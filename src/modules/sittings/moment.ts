import { timeZone } from '#kernel/i18n'
import { dayOf, type Meeting } from '#modules/deliberations'

/** At this hour of the day of a meeting. */
export const onDay = (meeting: Meeting, plainTime: Temporal.PlainTime): Temporal.Instant =>
  dayOf(meeting).toZonedDateTime({ timeZone, plainTime }).toInstant()

/** At this hour of the day of the meeting, or of the next where that is before the opening. */
export function afterOpening(
  opened: Temporal.Instant,
  meeting: Meeting,
  plainTime: Temporal.PlainTime,
): Temporal.Instant {
  const same = onDay(meeting, plainTime)
  if (Temporal.Instant.compare(same, opened) >= 0) return same
  return dayOf(meeting).add({ days: 1 }).toZonedDateTime({ timeZone, plainTime }).toInstant()
}

/** An hour of a sitting as a moment: the minute in which it opened is of it. */
export function momentOf(meeting: Meeting, time: Temporal.PlainTime): Temporal.Instant {
  const opened = meeting.opened_at ?? meeting.starts_at
  const minute = opened.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  return afterOpening(minute, meeting, time)
}

/**
 * Whether an hour is of a sitting: not before the minute in which it opened, nor after it closed or, while it is open, after now.
 * An hour before the opening is taken for one of the night after: no sitting lasts that long.
 */
export function isWithin(meeting: Meeting, time: Temporal.PlainTime): boolean {
  const { compare } = Temporal.Instant
  const moment = momentOf(meeting, time)
  const opened = meeting.opened_at ?? meeting.starts_at
  const over = meeting.closed_at ?? Temporal.Now.instant()
  return (
    compare(moment, opened.subtract({ minutes: 1 })) >= 0 &&
    compare(moment, over) <= 0 &&
    compare(moment, opened.add({ hours: 18 })) <= 0
  )
}
