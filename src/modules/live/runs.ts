import { actor, may, permission } from '#kernel/access'
import { Forbidden } from '#kernel/errors'
import type { Meeting } from '#modules/deliberations'
import { everybodyIn, officerAt, type Sitting, sittingOf } from '#modules/sittings'

const runsMeetings = permission('deliberations.meeting.run')

/** Whether the one who acts leads this sitting: the secretariat, who presides and who keeps the minutes. */
export function runs({ state }: Meeting, sitting: Sitting, position: number): boolean {
  if (state !== 'decided') return false
  if (may(runsMeetings)) return true
  const offices = (['presides', 'keeps'] as const).map((one) => officerAt(sitting, one, position))
  return everybodyIn(sitting).some(
    ({ id, person_id }) => person_id === actor().id && offices.includes(id),
  )
}

/** Refuses who does not lead it. */
export async function ensureRuns(meeting: Meeting, position: number): Promise<void> {
  if (!runs(meeting, await sittingOf(meeting), position)) throw new Forbidden('live.not_leading')
}
