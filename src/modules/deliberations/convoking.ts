import { isPast } from '#commons/clock'
import { applied, type Delay, type LegalRule, type OrganKind, reckon } from '#commons/law'
import { settled } from '#commons/settings'
import { dayOf, type Meeting, organKind } from './meeting.ts'
import { collegeDay } from './settings.ts'

/** The delay of the first convocation (CDLD L1122-13). */
export const convocation = applied(
  'council.convocation',
  'delay',
  'deliberations.applies.convocation',
)

/** That of the second and the third, for want of quorum (CDLD L1122-13, L1122-17). */
const reconvocation = applied(
  'council.reconvocation',
  'delay',
  'deliberations.applies.reconvocation',
)

type Planned = Pick<Meeting, 'rank' | 'starts_at'>

/** The day of the week on which a college meets without being convoked, as its authority decided (CDLD L1123-21). */
const isFixed = async (kind: OrganKind, day: Temporal.PlainDate): Promise<boolean> =>
  kind === 'college' && (await settled(collegeDay)) === String(day.dayOfWeek)

/**
 * The rule of the convocation of a meeting, by its rank; undefined where the law, as known here, has none for its organ, or none for
 * its fixed day.
 */
export async function convocationRule(
  kind: OrganKind,
  meeting: Planned,
): Promise<LegalRule<Delay> | undefined> {
  if (meeting.rank === 1 && (await isFixed(kind, dayOf(meeting)))) return undefined
  return delayRule(kind, meeting)
}

/** The same, where it is known that the organ is convoked. */
export async function delayRule(
  kind: OrganKind,
  meeting: Planned,
): Promise<LegalRule<Delay> | undefined> {
  const day = dayOf(meeting)
  const again = meeting.rank > 1 ? await reconvocation.on(kind, day) : undefined
  return again ?? convocation.on(kind, day)
}

/** The last day on which a convocation may be received; null where no rule is known. */
export async function convocationDay(
  kind: OrganKind,
  meeting: Planned,
): Promise<Temporal.PlainDate | null> {
  const rule = await convocationRule(kind, meeting)
  return rule ? reckon(rule, dayOf(meeting)).date : null
}

/**
 * Whether what is presented now is outside the agenda of the convocation: that is frozen, or it was, and the last day to
 * convoke has passed since (CDLD L1122-13, L1122-24).
 */
export async function isLate(meeting: Meeting): Promise<boolean> {
  if (meeting.state !== 'created') return true
  if (meeting.number === null) return false
  const last = await convocationDay(await organKind(meeting), meeting)
  return last !== null && isPast(last)
}
