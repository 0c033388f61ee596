import { actAs, system } from '#kernel/access'
import { canonicalJson, contentOf, type Copy, publicationsOfMany } from '#commons/publication'
import { pointCopies, type Weighed, weigh, type WeighedMeeting } from './compose.ts'
import type { PublicPoint } from '#modules/copies'
import { type OpenMeeting, originOf } from './origin.ts'

/** A point as everybody would read it now, and whether they do. */
export interface Standing extends Weighed {
  /** Undefined where it stays in the house. */
  copy: Copy<PublicPoint> | undefined
  /** Whether it is public already, as it is now or as it was. */
  state: 'same' | 'changed' | 'fresh' | 'stays'
  /** Whether everybody reads a copy of it, of now or of before. */
  isPublic: boolean
}

/** What would leave of a meeting now, beside what did: of the points that the one who acts may read. */
export async function standingOf(
  meeting: OpenMeeting,
): Promise<Omit<WeighedMeeting, 'points'> & { points: Standing[] }> {
  const seen = await originOf(meeting).seenOn(meeting)
  const { points, ...told } = await actAs(system, () => weigh(meeting))
  const mine = points.filter(({ item }) => seen.has(item.id))
  const known = await publicationsOfMany(mine.map(({ item }) => item.id))
  const shown = new Map(
    mine.flatMap(({ item: { id } }) => {
      const last = known
        .get(id)
        ?.find((one) => one.publisher === pointCopies.name && one.withdrawn_at === null)
      return last ? [[id as string, last] as const] : []
    }),
  )
  const contents = await contentOf([...shown.values()])
  return {
    ...told,
    points: mine.map((one) => {
      const { copy } = one
      const last = shown.get(one.item.id)
      const isPublic = last !== undefined
      if (!copy) return { ...one, copy, isPublic, state: 'stays' }
      if (!last) return { ...one, copy, isPublic, state: 'fresh' }
      const isSame =
        last.title === copy.title &&
        canonicalJson(contents.get(last.id)) === canonicalJson(copy.content)
      return { ...one, copy, isPublic, state: isSame ? 'same' : 'changed' }
    }),
  }
}
