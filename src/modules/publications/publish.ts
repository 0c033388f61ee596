import { actAs, ensureInPerson, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { publish, publishMany } from '#commons/publication'
import { enterAgenda } from './agenda.ts'
import { meetingCopies } from './agenda-copy.ts'
import { pointCopies, weigh } from './compose.ts'
import { enter } from './entry.ts'
import { meetingAgain, type OpenMeeting, originOf } from './origin.ts'
import { tellReasons } from './review/reasons.ts'
import { openAgendaOf } from './slugs.ts'
import { dropAgendas, dropUnmasked } from './review/old-copies.ts'

/**
 * Publishes of a meeting what leaves of it now: its points, then its agenda, in one transaction. What leaves is asked anew, with the
 * meeting and its points locked. Returns how many points are public. Throws `Conflict` where nothing leaves and nothing
 * is public.
 */
export async function publishMeeting(meeting: OpenMeeting): Promise<number> {
  ensureInPerson()
  const locked = await meetingAgain(meeting, { lock: true })
  const { points, rule, known } = await actAs(system, async () => {
    const origin = originOf(locked)
    const all = await origin.pointsOf(await origin.idsOn(locked), { lock: true })
    return { ...(await weigh(locked)), known: new Map(all.map((one) => [one.id as string, one])) }
  })
  const leaving = points.flatMap(({ item, leaving: what }) =>
    'leaves' in what ? (known.get(item.id) ?? []) : [],
  )
  ensure(
    leaving.length > 0 || (await openAgendaOf(locked.id)),
    Conflict,
    'publications.nothing_leaves',
  )
  await enter(await publishMany(leaving, pointCopies))
  await dropUnmasked(points, known, rule)
  await enterAgenda(locked, await publish(locked, meetingCopies))
  await dropAgendas(locked, points, rule)
  await tellReasons(points, rule)
  return leaving.length
}
