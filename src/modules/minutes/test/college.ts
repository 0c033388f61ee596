import { expect } from 'vitest'
import { read, readMany } from '#commons/dossiers'
import { type Item, items, type Meeting, meetings, presentedIds } from '#modules/deliberations'
import { recordAttendance } from '#modules/sittings'
import { adoptRemaining, decide } from '#modules/votes'
import {
  givenCpas,
  givenItem,
  givenTown,
  onItem,
  onMeeting,
  presences,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { close, freeze, openSitting, planMeeting, present } from '../../deliberations/test/verbs.ts'
import { pointOf } from '../agenda-point.ts'
import { itsRecord, type MinutesRecord } from '../record.ts'

/** The town of the test that runs. */
export let town: Town
/** Each test has one of its own: `beforeEach(freshTown)`. */
export async function freshTown(): Promise<void> {
  town = await givenTown()
}

/** The town of this test is a CPAS. */
export async function freshCpas(): Promise<void> {
  town = await givenCpas()
}

export const call = (method: string, path: string, body?: object, who = town.secretariat) =>
  who.visitor.api(method, `/deliberations${path}`, body)

export const recordOf = async (meeting: { id: string }): Promise<MinutesRecord> =>
  (await town.authority.asSystem(() => itsRecord(meeting))) ?? expect.fail('There are no minutes')

export const today = () => Temporal.Now.plainDateISO('Europe/Brussels')
export const at = (day: Temporal.PlainDate, plainTime: string) =>
  day.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime }).toInstant()

/** A college that meets today, in session, everybody there; with these points besides what approves minutes. */
export async function sits(
  plainTime: string,
  sketches: readonly Sketch[] = [],
  { id: organId } = town.college,
): Promise<Meeting> {
  const points: Item[] = []
  for (const sketch of sketches)
    points.push(await givenItem(town, { ...sketch, organ_id: organId }))
  return town.authority.as(town.secretariat, async () => {
    const planned = await planMeeting({ organId, startsAt: at(today(), plainTime), place: '' })
    for (const item of points) await present(item, await read(meetings, planned.id))
    const open = await openSitting(await freeze(await read(meetings, planned.id)))
    await recordAttendance(open, await presences(open))
    return read(meetings, open.id)
  })
}

/** One that is closed, all adopted. */
export async function held(organ = town.college) {
  const meeting = await sits('08:00', [{}], organ)
  const closed = await onMeeting(town, town.secretariat, meeting, async (found) => {
    await adoptRemaining(found)
    return close(await read(meetings, found.id, { lock: true }))
  })
  const points = await town.authority.asSystem(async () =>
    readMany(items, await presentedIds(closed)),
  )
  return { meeting: closed, points, record: await recordOf(closed) }
}

/** The next one, in session; its approval of minutes not decided. */
export const next = (): Promise<Meeting> => sits('20:00')

export const step = (record: MinutesRecord, verb: string, comment = '') =>
  call('POST', `/minutes/${record.id}/steps`, { verb, comment })
export const point = async (record: MinutesRecord) =>
  (await town.authority.asSystem(() => pointOf(record))) ?? expect.fail('No point approves them')

export const approving = (
  record: MinutesRecord,
  meeting: Meeting,
  verb: 'accept' | 'accept_modified',
) =>
  point(record).then((item) =>
    onItem(town, town.secretariat, item, (found) => decide(found, meeting, verb)),
  )
export const ends = (meeting: Meeting) => onMeeting(town, town.secretariat, meeting, close)
