import { type Slot, slot } from '#kernel/module'
import type { Obstacle } from '#commons/workflow'
import type { Item } from './item.ts'
import type { Meeting } from './meeting.ts'

/** What was done about a meeting whose organ may have been convoked. */
export interface Change {
  /** As it stands now. */
  readonly meeting: Meeting
  readonly before: Meeting
  readonly what: 'rearranged' | 'cancelled'
  readonly reason: string
  /** Why the delay of the law is not kept; empty: it is. */
  readonly urgency: string
}

/** Tells those who were convoked of a change, in its transaction; throws where the law stands in its way. */
export const announcers = slot<(change: Change) => Promise<void>>('deliberations-announcers')

/** What joins an agenda when it is frozen, before it is. */
export const beforeFreezing = slot<(meeting: Meeting) => Promise<void>>(
  'deliberations-before-freezing',
)

/** Told of points whose words are hidden from now on, or no more, by who showed them. */
export const veiledPoints = slot<(ids: readonly string[]) => Promise<void>>('deliberations-veiled')

/** What stands in the way of opening a sitting, told by who keeps its convocations. */
export const openingGuards = slot<(meeting: Meeting) => Promise<Obstacle | null>>(
  'deliberations-opening-guards',
)

/** What stands in the way of correcting what a meeting recorded, told by who keeps its minutes (CDLD L1122-16). */
export const recordGuards = slot<(meeting: Meeting) => Promise<Obstacle | null>>(
  'deliberations-record-guards',
)

/** What stands in the way of correcting what a meeting recorded: from the approval of its minutes on, a new entry alone does. */
export const recordObstacle = (meeting: Meeting) => firstIn(recordGuards, meeting)

/** The first of what those who filled a place put in the way. */
export async function firstIn<T>(
  guards: Slot<(of: T) => Promise<Obstacle | null>>,
  of: T,
): Promise<Obstacle | null> {
  for (const guard of guards.all()) {
    const obstacle = await guard(of)
    if (obstacle) return obstacle
  }
  return null
}

/** What stands in the way of taking back what was decided of a point, told by who keeps the minutes. */
export const keptPoints = slot<(item: Item) => Promise<Obstacle | null>>(
  'deliberations-kept-points',
)
