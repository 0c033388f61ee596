import { timeZone } from '#kernel/i18n'
import { today } from '#commons/clock'
import type { Obstacle } from '#commons/workflow'
import { undecidedCount } from './agenda.ts'
import { firstIn, openingGuards, recordObstacle } from './around-meeting.ts'
import type { Meeting } from './meeting.ts'
import { firstObstacle } from './outcome.ts'

export function hasPoints(meeting: Meeting): Promise<Obstacle | null> {
  return undecidedCount(meeting).then((count) =>
    count > 0 ? null : { key: 'deliberations.meeting.empty' },
  )
}

export async function mayOpen(meeting: Meeting): Promise<Obstacle | null> {
  return dateHasCome(meeting) ?? (await firstIn(openingGuards, meeting))
}

/** Those who were convoked hold this agenda: it is completed, and they are told; it is not undone. */
export function notConvoked({ convoked_at }: Meeting): Obstacle | null {
  return convoked_at ? { key: 'deliberations.meeting.convoked_already' } : null
}

function notLifted({ lifted }: Meeting): Obstacle | null {
  return lifted ? { key: 'deliberations.meeting.lifted_already' } : null
}

/** While its minutes are not approved, and it was not lifted. */
export async function mayReopen(meeting: Meeting): Promise<Obstacle | null> {
  return notLifted(meeting) ?? (await recordObstacle(meeting))
}

function dateHasCome(meeting: Meeting): Obstacle | null {
  const day = meeting.starts_at.toZonedDateTimeISO(timeZone).toPlainDate()
  const came = Temporal.PlainDate.compare(today(), day) >= 0
  return came ? null : { key: 'deliberations.meeting.not_yet', comes: true }
}

export async function mayClose(meeting: Meeting): Promise<Obstacle | null> {
  const count = await undecidedCount(meeting)
  if (count > 0) return { key: 'deliberations.meeting.undecided', params: { count } }
  return firstObstacle((guard) => guard.closes(meeting))
}

export function mayLift(meeting: Meeting): Promise<Obstacle | null> {
  return firstObstacle((guard) => guard.lifts(meeting))
}
