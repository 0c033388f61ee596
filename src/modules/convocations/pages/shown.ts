import { ofTransaction } from '#kernel/db'
import type { Meeting } from '#modules/deliberations'
import { convokedOf } from '../convocation.ts'
import type { Standing } from '../standing.ts'

const known = ofTransaction(() => new Map<string, Promise<Standing>>())

/** Whether the organ of a meeting is convoked, for the pieces of its page: found once for all of them. A page changes nothing. */
export function shownStanding(meeting: Meeting): Promise<Standing> {
  const standing = known().get(meeting.id) ?? convokedOf(meeting)
  known().set(meeting.id, standing)
  return standing
}
