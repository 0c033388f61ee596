import { atItsTime, drain } from '#kernel/jobs'
import { today } from '#commons/clock'
import { ground } from '#test/harness'
import { givenMeeting, type Sketch, type Town } from '../../deliberations/test/council.ts'
import { reminding } from '../reminding.ts'

export const road: Sketch = {
  title: 'Réfection de la rue du Moulin',
  decision: 'D’approuver le marché',
}

export const publicationOf = (meeting: { id: string }) =>
  `/deliberations/meetings/${meeting.id}/publication`

/** A meeting in so many days whose agenda is frozen: five clear days before it, its projects are due. */
export const givenComing = (town: Town, days: number, items: readonly Sketch[] = [road]) =>
  givenMeeting(town, { items, day: today().add({ days }).toString(), until: 'frozen' })

/** What everybody reads at an address of the town. */
export const asks = async (town: Town, path: string) => town.authority.visitor().get(path)

/** The morning comes. */
export async function morning(): Promise<void> {
  const { database, gate } = await ground()
  await atItsTime(database, reminding)
  await drain(database, gate)
}
