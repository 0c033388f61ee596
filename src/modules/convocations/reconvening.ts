import { Conflict, ensure } from '#kernel/errors'
import { readMany, tell } from '#commons/dossiers'
import {
  allItems,
  items,
  type Meeting,
  meetings,
  planMeeting,
  presentMany,
  repetitionOf,
  successorsOf,
} from '#modules/deliberations'

/** A third convocation is the last: after it the organ decides whatever the number present (CDLD L1122-17). */
const mostCalls = 3

/**
 * Plans the meeting of the second or third convocation (CDLD L1122-17) after one that was lifted for want of quorum: what
 * lapsed there and still waits is on its agenda, called once more. Throws `Conflict` where one repeats it already.
 */
export async function reconvene(
  meeting: Meeting,
  { startsAt, place }: { startsAt: Temporal.Instant; place: string },
): Promise<Meeting> {
  ensure(meeting.lifted, Conflict, 'deliberations.meeting.not_lifted')
  ensure(meeting.rank < mostCalls, Conflict, 'deliberations.meeting.last_call')
  ensure(!(await repetitionOf(meeting)), Conflict, 'deliberations.meeting.repeated_already')
  const again = await planMeeting({
    ...{ organId: meeting.organ_id, startsAt, place, repeats: meeting },
  })
  const lapsed = (await allItems(meeting)).toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const ids = (await successorsOf(lapsed)).toSorted(
    (a, b) => rankIn(lapsed, a.predecessor_id) - rankIn(lapsed, b.predecessor_id),
  )
  const waiting = await readMany(
    items,
    ids.map(({ id }) => id),
  )
  const order = new Map(ids.map(({ id }, at) => [id, at]))
  const repeated = waiting
    .filter(({ state }) => state === 'validated')
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  if (repeated.length > 0) await presentMany(repeated, again)
  await tell(meetings, meeting.id, 'reconvene', { title: again.title })
  return again
}

const rankIn = (some: readonly { id: string }[], id: string | null) =>
  some.findIndex((one) => one.id === id)
