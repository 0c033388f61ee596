import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { formatDateTime, t } from '#kernel/i18n'
import { inItsLanguage } from '#kernel/tenancy'
import { tell } from '#commons/dossiers'
import { type Change, type Meeting, meetings } from '#modules/deliberations'
import './tables.ts'

/** When and where those who prepare a meeting meet before it (réunion préparatoire). */
export interface Briefing {
  startsAt: Temporal.Instant
  place: string
}

/** The one before a meeting, where there is one. */
export async function briefingOf(meeting: { id: string }): Promise<Briefing | null> {
  const row = await db()
    .selectFrom('scheduling.briefing')
    .select(['starts_at as startsAt', 'place'])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  return row ?? null
}

const isAfter = ({ startsAt }: Briefing, meeting: Pick<Meeting, 'starts_at'>): boolean =>
  Temporal.Instant.compare(startsAt, meeting.starts_at) > 0

/** Says when a meeting, which is locked and not opened yet, is prepared, or that it is not. Throws `Invalid` after its hour (B11). */
export async function setBriefing(meeting: Meeting, to: Briefing | null): Promise<void> {
  ensure(
    !meeting.opened_at && meeting.state !== 'cancelled',
    Conflict,
    'deliberations.meeting.begun',
  )
  if (to && isAfter(to, meeting)) throw Invalid.field('starts_at', 'scheduling.briefing_after')
  const before = await briefingOf(meeting)
  const isSame = to
    ? before?.startsAt.equals(to.startsAt) && before.place === to.place
    : before === null
  if (isSame) return
  await db().deleteFrom('scheduling.briefing').where('meeting_id', '=', meeting.id).execute()
  if (to)
    await db()
      .insertInto('scheduling.briefing')
      .values({ meeting_id: meeting.id, starts_at: to.startsAt, place: to.place })
      .execute()
  await tell(meetings, meeting.id, 'brief', { title: spoken(to) })
}

const spoken = (briefing: Briefing | null): string =>
  inItsLanguage(() =>
    briefing
      ? [formatDateTime(briefing.startsAt), briefing.place].filter(Boolean).join(', ')
      : t('scheduling.no_briefing'),
  )

/** A meeting does not move to before the one that prepares it (B11). */
export async function ensureBefore({ meeting, what }: Change): Promise<void> {
  const briefing = what === 'rearranged' ? await briefingOf(meeting) : null
  if (briefing && isAfter(briefing, meeting))
    throw Invalid.field('starts_at', 'scheduling.briefing_first', {
      when: formatDateTime(briefing.startsAt),
    })
}
