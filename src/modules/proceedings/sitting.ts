import { fullName } from '#commons/directory'
import { votes } from '#commons/organs'
import type { Item, Meeting } from '#modules/deliberations'
import { isNoted, momentOf, type Sitting, sittingOf } from '#modules/sittings'
import type { PublicAttendance } from '#modules/copies'
import type { Held, WeighedMeeting } from '#modules/publications'

/**
 * What is public of how a meeting was held (CDLD L1122-16): its hours, its suspensions, and who was there where its organ shows names.
 * Nothing of it tells of a closed session: neither when that ended nor what was suspended in it.
 */
export async function publicSitting({
  meeting,
  rule,
  closedBy,
  approved,
  points,
}: WeighedMeeting<Meeting, Item>): Promise<Held> {
  if (meeting.state !== 'closed' || closedBy !== null || rule.decisions === 'no') return {}
  if (rule.since === 'approved' && !approved) return {}
  const sitting = await sittingOf(meeting)
  const hidden = new Set(
    points.filter(({ item }) => item.privacy === 'secret').map(({ item }) => item.id as string),
  )
  const suspensions = suspensionsIn(meeting, sitting, hidden)
  const { opened_at, closed_at } = meeting
  const own = (at: Temporal.Instant | null) => (at && isOfItsDay(meeting, at) ? at : null)
  const [opened, closed] = [own(opened_at), own(closed_at)]
  return {
    ...(opened && { opened_at: opened.toString() }),
    ...(closed && hidden.size === 0 && { closed_at: closed.toString() }),
    ...(meeting.lifted && { lifted: true as const }),
    ...(suspensions.length > 0 && { suspensions }),
    ...(rule.names && isNoted(sitting) && { attendance: attendanceIn(sitting) }),
  }
}

/**
 * Whether an hour is of the day of a meeting or the night after. What was noted on a later day before hours were
 * asked for stands at the hour of a click, which says nothing of the sitting until somebody corrects it: it is told to nobody.
 */
const isOfItsDay = ({ starts_at }: Meeting, at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, starts_at.add({ hours: 36 })) < 0

const suspensionsIn = (meeting: Meeting, { incidents }: Sitting, hidden: ReadonlySet<string>) =>
  incidents.flatMap(({ kind, item_id, at, until }) =>
    kind === 'suspended' && at && until && !hidden.has(item_id)
      ? [{ from: momentOf(meeting, at).toString(), until: momentOf(meeting, until).toString() }]
      : [],
  )

function attendanceIn({ attendees, officers }: Sitting): PublicAttendance {
  const named = (seat: string | undefined) => {
    const one = attendees.find(({ id }) => id === seat)
    return one ? fullName(one) : null
  }
  return {
    chair: named(officers.presides),
    secretary: named(officers.keeps),
    members: attendees.flatMap((one) =>
      votes(one) && one.presence
        ? [{ name: fullName(one), title: one.title, presence: one.presence }]
        : [],
    ),
  }
}
