import { Conflict, ensure, Invalid } from '#kernel/errors'
import { formatTime } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { write } from '#commons/dossiers'
import { hasOpened, type Meeting, meetings } from '#modules/deliberations'
import { ensureCorrectable } from './correctable.ts'
import { ensureHolds } from './holds.ts'
import { afterOpening, onDay } from './moment.ts'

/** Hours of a sitting as they are noted by hand; what is not said stays. */
export interface NotedHours {
  opened: Temporal.PlainTime | null
  closed: Temporal.PlainTime | null
}

/** What a form of the hours is made from. */
export const standingHours = ({ opened_at, closed_at }: Meeting): unknown => [opened_at, closed_at]

/** Whether it has an hour at which it ended, be it that nobody said it yet. */
export const hasEnded = ({ state, closed_at }: Meeting): boolean =>
  closed_at !== null || state === 'closed'

/**
 * Corrects when the president opened and closed the sitting (CDLD L1122-25), which the clock noted at a click; also once it is
 * closed, and history tells both. A closing before the opening is of the night after.
 */
export async function correctHours(meeting: Meeting, noted: NotedHours): Promise<Meeting> {
  ensure(hasOpened(meeting), Conflict, 'sittings.hours.wrong.not_yet')
  await ensureCorrectable(meeting)
  ensure(hasEnded(meeting) || !noted.closed, Conflict, 'sittings.hours.wrong.not_closed')
  const opened_at = noted.opened ? onDay(meeting, noted.opened) : meeting.opened_at
  const closed_at = noted.closed
    ? afterOpening(opened_at ?? meeting.starts_at, meeting, noted.closed)
    : meeting.closed_at
  const { compare } = Temporal.Instant
  const now = Temporal.Now.instant()
  if (opened_at && compare(opened_at, now) > 0)
    throw Invalid.field('opened', 'sittings.hours.wrong.future')
  if (closed_at && compare(closed_at, now) > 0)
    throw Invalid.field('closed', 'sittings.hours.wrong.future')
  if (opened_at && closed_at && compare(closed_at, opened_at) < 0)
    throw Invalid.field('opened', 'sittings.hours.wrong.turned')
  const before = spoken(meeting.opened_at, meeting.closed_at)
  const corrected = await write(meetings, meeting, { opened_at, closed_at }, 'hours', {
    title: `${before} → ${spoken(opened_at, closed_at)}`,
  })
  await ensureHolds(corrected)
  return corrected
}

const spoken = (opened: Temporal.Instant | null, closed: Temporal.Instant | null): string =>
  inItsLanguage(() => [opened, closed].flatMap((at) => (at ? formatTime(at) : [])).join(' – '))
