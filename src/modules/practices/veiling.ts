import { actAs, system } from '#kernel/access'
import type { Event } from '#kernel/events'
import { readMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import {
  decidedStates,
  type Item,
  items,
  meetings,
  openMeetings,
  presentedIds,
  veilMany,
} from '#modules/deliberations'
import { practicesOf } from './practice.ts'

/**
 * Veils what is decided in meetings that are not closed, where their organ hides it while it is written, and unveils all else
 * (C13).
 */
async function veilAgain(some: readonly Item[]): Promise<void> {
  const found = await readMany(meetings, [...new Set(some.flatMap((one) => one.meeting_id ?? []))])
  const states = new Map(found.map(({ id, state }) => [id as string, state]))
  const hides = new Map<string, boolean>()
  for (const id of new Set(some.map(({ organ_id }) => organ_id)))
    hides.set(id, (await practicesOf(id))[0]?.hides ?? false)
  const { veil = [], unveil = [] } = Object.groupBy(some, (item) =>
    hides.get(item.organ_id) &&
    decidedStates.includes(item.state) &&
    states.get(item.meeting_id ?? '') === 'decided'
      ? 'veil'
      : 'unveil',
  )
  await veilMany(
    veil.map(({ id }) => id),
    true,
  )
  await veilMany(
    unveil.map(({ id }) => id),
    false,
  )
}

const idsOf = (events: readonly Event[]) => events.flatMap(({ subjectId }) => subjectId ?? [])

/** What follows from an act follows whoever may read what. */
const asHouse = (work: () => Promise<void>) => actAs(system, work)

/** Points were decided, or taken back. */
export const veilItems = (events: readonly Event[]): Promise<void> =>
  asHouse(async () => veilAgain(await readMany(items, idsOf(events))))

const veilIn = async (meetingIds: readonly string[]): Promise<void> => {
  for (const id of meetingIds) await veilAgain(await readMany(items, await presentedIds({ id })))
}

/** Meetings were closed, or opened again. */
export const veilMeetings = (events: readonly Event[]): Promise<void> =>
  asHouse(() => veilIn(idsOf(events)))

/** Some organ does otherwise from now on: in its meetings that go on, too. */
export const followPractices = (): Promise<void> =>
  asHouse(async () => {
    for (const { id } of await organs())
      await veilIn((await openMeetings(id)).map((meeting) => meeting.id))
  })
