import { actAs, system } from '#kernel/access'
import { publish, withdrawAll } from '#commons/publication'
import { enterAgenda } from './agenda.ts'
import { forgetLines } from './lines.ts'
import { meetingNamed } from './origin.ts'
import { meetingCopies } from './agenda-copy.ts'
import { openAgendaOf } from './slugs.ts'

/** What stands in the place of something that was withdrawn. */
export interface Withdrawn {
  /** What agents read. */
  reason: string
  /** What everybody reads in its place. */
  said: string
}

/**
 * Publishes the agenda of a meeting anew where everybody reads one: what it says is so no more. With `withdrawn`, older ones must not be
 * read any more either. For whoever may publish, or for the house where the law or an act of the meeting asks for it.
 */
export async function renewAgenda(meetingId: string, withdrawn?: Withdrawn): Promise<void> {
  const meeting = await actAs(system, () => meetingNamed(meetingId, { lock: true }))
  if (!(await openAgendaOf(meetingId))) return
  if (withdrawn) {
    await withdrawAll(meeting, meetingCopies, withdrawn)
    await forgetLines(meeting)
  }
  await enterAgenda(meeting, await actAs(system, () => publish(meeting, meetingCopies)))
}
