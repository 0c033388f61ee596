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
