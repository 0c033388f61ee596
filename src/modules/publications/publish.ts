import { actAs, ensureInPerson, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { read } from '#commons/dossiers'
import { publicationsOf, publish, publishMany } from '#commons/publication'
import { allItems, type Meeting, meetings } from '#modules/deliberations'
import { enterAgenda } from './agenda.ts'
import { meetingCopies } from './agenda-copy.ts'
import { pointCopies, weigh } from './compose.ts'
import { enter } from './entry.ts'
import { tellReasons } from './review/reasons.ts'
import { dropAgendas, dropUnmasked } from './review/old-copies.ts'

/**
 * Publishes of a meeting what leaves of it now: its points, then its agenda, in one transaction. What leaves is asked anew, with the
 * meeting and its points locked. Returns how many points are public. Throws `Conflict` where nothing leaves and nothing
 * is public.
 */
export async function publishMeeting(meeting: Meeting): Promise<number> {
  ensureInPerson()
  const locked = await read(meetings, meeting.id, { lock: true })
  const known = new Map((await allItems(locked)).map((item) => [item.id as string, item]))
  const { points, rule } = await actAs(system, () => weigh(locked))
  const leaving = points.flatMap(({ item, leaving: what }) =>
    'leaves' in what ? (known.get(item.id) ?? []) : [],
  )
  const isPublic = (await publicationsOf(locked.id)).some((one) => one.withdrawn_at === null)
  ensure(leaving.length > 0 || isPublic, Conflict, 'publications.nothing_leaves')
  await enter(await publishMany(leaving, pointCopies))
  await dropUnmasked(points, known, rule)
  await enterAgenda(await publish(locked, meetingCopies))
  await dropAgendas(locked, points, rule)
  await tellReasons(points, rule)
  return leaving.length
}
