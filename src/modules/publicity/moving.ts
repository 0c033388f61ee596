import { actAs, system } from '#kernel/access'
import type { Event } from '#kernel/events'
import { readMany } from '#commons/dossiers'
import { canonicalJson, contentOf, publicationsOfMany, publishMany } from '#commons/publication'
import { allItems, type Meeting, meetings } from '#modules/deliberations'
import { PublicPoint } from '#modules/copies'
import { enter, openCopyOf, pointCopies, renewAgenda, weigh } from '#modules/publications'

/**
 * Meetings that are held at another time or place, or not at all: everybody reads so at once, on the agenda and on those points of which
 * nothing else changed. Other words of a point leave by who publishes them; its page says by its agenda when the meeting is.
 */
export async function followMeetings(events: readonly Event[]): Promise<void> {
  const ids = [...new Set(events.flatMap(({ subjectId }) => subjectId ?? []))]
  for (const meeting of await actAs(system, () => readMany(meetings, ids))) {
    if (meeting.state !== 'cancelled') await moveCopies(meeting)
    await renewAgenda(meeting.id)
  }
}

async function moveCopies(meeting: Meeting): Promise<void> {
  const { points } = await actAs(system, () => weigh(meeting))
  const copies = await publicationsOfMany(points.map(({ item }) => item.id))
  const open = new Map(
    points.flatMap(({ item }) => {
      const copy = openCopyOf(copies.get(item.id))
      return copy ? [[item.id as string, copy] as const] : []
    }),
  )
  if (open.size === 0) return
  const contents = await contentOf([...open.values()])
  const same = new Set(
    points.flatMap(({ item, copy }) => {
      const was = open.get(item.id)
      const content = contents.get(was?.id ?? '')
      if (!copy || !was || !content || was.title !== copy.title) return []
      const { starts_at, due, reference } = copy.content
      const moved = { ...PublicPoint.parse(content), starts_at, due, reference }
      return canonicalJson(moved) === canonicalJson(copy.content) ? [item.id] : []
    }),
  )
  const known = (await allItems(meeting)).filter(({ id }) => same.has(id))
  await enter(await actAs(system, () => publishMany(known, pointCopies)))
}
