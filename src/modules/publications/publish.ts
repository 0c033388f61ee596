import { actAs, ensureInPerson, system } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { inItsLanguage } from '#kernel/tenancy'
import { t } from '#kernel/i18n'
import { read, readMany } from '#commons/dossiers'
import {
  publicationsOf,
  publicationsOfMany,
  publish,
  publishMany,
  withdrawAll,
} from '#commons/publication'
import { allItems, type Item, items, type Meeting, meetings } from '#modules/deliberations'
import { enterAgenda } from './agenda.ts'
import { meetingCopies, pointCopies, weigh, weighByLaw } from './compose.ts'
import { enter, leaveOut } from './entry.ts'
import { dropAgendas, dropUnmasked } from './review/old-copies.ts'

/**
 * Publishes of a meeting what leaves of it now: its points, then its agenda, in one transaction. What leaves is asked anew, with the
 * meeting and its points locked. Returns how many points are public. Throws `Conflict` where nothing leaves.
 */
export async function publishMeeting(meeting: Meeting): Promise<number> {
  ensureInPerson()
  const locked = await read(meetings, meeting.id, { lock: true })
  const known = new Map((await allItems(locked)).map((item) => [item.id as string, item]))
  const { points } = await actAs(system, () => weigh(locked))
  const leaving = points.flatMap(({ item, leaving: what }) =>
    'leaves' in what ? (known.get(item.id) ?? []) : [],
  )
  ensure(leaving.length > 0, Conflict, 'publications.nothing_leaves')
  await enter(await publishMany(leaving, pointCopies))
  await dropUnmasked(points, known)
  await enterAgenda(await publish(locked, meetingCopies))
  await dropAgendas(locked, points)
  return leaving.length
}

interface Withdrawn {
  /** What agents read. */
  reason: string
  /** What everybody reads in its place. */
  said: string
}

/**
 * Takes a point off the public pages with all its copies, and the agenda that names it: another one comes in its place. At once,
 * wherever they are read.
 */
async function retract(item: Item, why: Withdrawn): Promise<void> {
  const slugs = await withdrawAll(item, pointCopies, why)
  await leaveOut(slugs)
  if (slugs.length === 0 || !item.meeting_id) return
  const id = item.meeting_id
  const meeting = await actAs(system, () => read(meetings, id, { lock: true }))
  const isPublic = (await publicationsOf(id)).some(
    (one) => one.publisher === meetingCopies.name && one.withdrawn_at === null,
  )
  if (!isPublic) return
  await withdrawAll(meeting, meetingCopies, why)
  await enterAgenda(await actAs(system, () => publish(meeting, meetingCopies)))
}

/** What must not be read any more is withdrawn by the act that made it so: a point put into closed session, or kept back. */
export async function followItems(events: readonly Event[]): Promise<void> {
  const ids = [...new Set(events.flatMap(({ subjectId }) => subjectId ?? []))]
  const copies = await publicationsOfMany(ids)
  const open = ids.filter((id) => copies.get(id)?.some((one) => one.withdrawn_at === null))
  if (open.length === 0) return
  const known = await actAs(system, () => readMany(items, open))
  const generic = inItsLanguage(() => t('publications.no_longer_public'))
  for (const [meetingId, some] of Map.groupBy(known, ({ meeting_id }) => meeting_id)) {
    if (!meetingId) continue
    const mine = new Set(some.map(({ id }) => id))
    const { points } = await actAs(system, async () => weighByLaw(await read(meetings, meetingId)))
    for (const { item, leaving, choice } of points) {
      if (!mine.has(item.id) || !('stays' in leaving) || !mustGo.has(leaving.stays)) continue
      const said = leaving.stays === 'withheld' ? choice.withheld : generic
      await retract(item, { reason: said, said })
    }
  }
}

/** What stays now was public: citizens went on reading it. */
const mustGo: ReadonlySet<string> = new Set(['closed_by_law', 'closed_session', 'withheld'])
