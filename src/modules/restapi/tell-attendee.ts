import { t } from '#kernel/i18n'
import { fullName } from '#commons/directory'
import { votes } from '#commons/organs'
import type { Meeting } from '#modules/deliberations'
import {
  type Attendee,
  isNoted,
  officerAt,
  presenceAt,
  type Sitting,
  sittingOf,
} from '#modules/sittings'
import { uidOf } from './uid.ts'

/** What somebody is at a meeting, or at one of its points, there. */
export const attendeeTypes = ['present', 'absent', 'excused', 'non_attendee'] as const
type AttendeeType = (typeof attendeeTypes)[number]

/** Who is there, of a meeting or of a point of it (by its number); nobody as long as that is not noted. */
export async function toldAttendees(
  meeting: Meeting,
  url: string,
  position: number | null,
  only?: string,
): Promise<object[]> {
  const sitting = await sittingOf(meeting)
  if (!isNoted(sitting)) return []
  const called = sitting.called.filter((one) => one.position === position).map(({ seat }) => seat)
  return [...sitting.attendees, ...called]
    .filter(({ id }) => only === undefined || id === only)
    .map((seat) => toldAttendee(seat, sitting, url, position))
}

function toldAttendee(seat: Attendee, sitting: Sitting, url: string, position: number | null) {
  const uid = uidOf(seat.id)
  const type = typeOf(seat, sitting, position)
  const title = [fullName(seat), seat.title].filter(Boolean).join(', ')
  const signs = signatureOf(seat, sitting, position ?? 1)
  const post = { token: seat.title || seat.part, title: seat.title }
  return {
    ...{ '@id': `${url}/@attendee/${uid}`, '@type': 'held_position', UID: uid, id: uid, title },
    position_type: post,
    attendee_type: { token: type, title: t(`restapi.attendee.${type}`) },
    signatory: signs,
    signatory_position_type: signs === null ? null : post,
    voter: votes(seat),
  }
}

function typeOf(seat: Attendee, sitting: Sitting, position: number | null): AttendeeType {
  if (position === null) return seat.presence ?? 'absent'
  const now = sitting.called.some((one) => one.seat === seat)
    ? 'there'
    : presenceAt(seat, sitting, position)
  if (now === 'there') return 'present'
  if (now === 'aside') return 'non_attendee'
  return seat.presence === 'excused' ? 'excused' : 'absent'
}

/** By which number they sign there: who keeps the minutes by the first, who presides by the second. */
function signatureOf(seat: Attendee, sitting: Sitting, position: number): string | null {
  if (officerAt(sitting, 'keeps', position) === seat.id) return '1'
  return officerAt(sitting, 'presides', position) === seat.id ? '2' : null
}
