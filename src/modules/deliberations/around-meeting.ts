import { slot } from '#kernel/module'
import type { Obstacle } from '#commons/workflow'
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

/** What stands in the way of opening a sitting, told by who keeps its convocations. */
export const openingGuards = slot<(meeting: Meeting) => Promise<Obstacle | null>>(
  'deliberations-opening-guards',
)
