import { Conflict, ensure, Invalid } from '#kernel/errors'
import { formatDateTime, t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { write } from '#commons/dossiers'
import { type Meeting, meetings } from '#modules/deliberations'

/** When and where those who prepare a meeting meet before it (réunion préparatoire). */
export interface Briefing {
  startsAt: Temporal.Instant
  place: string
}

/** The one before a meeting, where there is one. */
export const briefingOf = ({ prepared_at, prepared_place }: Meeting): Briefing | null =>
  prepared_at && { startsAt: prepared_at, place: prepared_place }

/** What its form is made from. */
export const standingBriefing = ({ prepared_at, prepared_place }: Meeting): unknown => [
  prepared_at,
  prepared_place,
]

const isAfter = ({ startsAt }: Briefing, meeting: Pick<Meeting, 'starts_at'>): boolean =>
  Temporal.Instant.compare(startsAt, meeting.starts_at) > 0

/** Whether it may still be said when a meeting is prepared. */
export const mayBrief = ({ opened_at, state, noted_after }: Meeting): boolean =>
  !opened_at && state !== 'cancelled' && !noted_after

/** Says when a meeting, which is locked and not opened yet, is prepared, or that it is not. Throws `Invalid` after its hour (B11). */
export async function setBriefing(meeting: Meeting, to: Briefing | null): Promise<Meeting> {
  ensure(mayBrief(meeting), Conflict, 'deliberations.meeting.begun')
  if (to && isAfter(to, meeting)) throw Invalid.field('starts_at', 'scheduling.briefing_after')
  const before = briefingOf(meeting)
  const isSame = to
    ? before?.startsAt.equals(to.startsAt) && before.place === to.place
    : before === null
  if (isSame) return meeting
  const patch = { prepared_at: to?.startsAt ?? null, prepared_place: to?.place ?? '' }
  return write(meetings, meeting, patch, 'brief', { title: spoken(to) })
}

const spoken = (briefing: Briefing | null): string =>
  inItsLanguage(() =>
    briefing
      ? [formatDateTime(briefing.startsAt), briefing.place].filter(Boolean).join(', ')
      : t('scheduling.no_briefing'),
  )
