import { expect } from 'vitest'
import { read } from '#commons/dossiers'
import { type Item, type Meeting, meetings } from '#modules/deliberations'
import { prepared } from '#test/harness'
import { today } from '#commons/clock'
import {
  foundTown,
  givenItem,
  givenMeeting,
  onMeeting,
  presences,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { convokedNow } from '../../convocations/test/verbs.ts'
import { openSitting } from '../../deliberations/test/verbs.ts'
import type { Devices } from '../../live/test/devices.ts'
import { correctHours, recordAttendance } from '../../sittings/test/verbs.ts'

const bare: Sketch[] = [
  {},
  { decision: '' },
  { purpose: 'takes_note' },
  { purpose: 'oral_question', decision: '' },
  { privacy: 'secret', matter: 'appointment', poll_type: 'secret' },
]
/** Each with a word of its own. */
const sketches = bare.map((one, at) => ({ motivation: `Vu l’avis Zizanie${at}`, ...one }))

/** A meeting, and what is around it. */
export interface Held extends Town {
  meeting: Meeting
  points: Item[]
  /** Points that no agenda bears. */
  spare: Item[]
  /** The next meeting of the organ, where it has one: it approves the minutes. */
  next: Meeting
  /** One of the other organ, to which points go on. */
  there: Meeting
  /** The way to that organ. */
  destination: string
}

/** The same with what the devices of its members hold. */
export type Sat = Held & { devices: Devices }

/**
 * A meeting in session, everybody there, with points of every kind, and two points that no agenda bears; its next one, of which each
 * agenda bears a point by itself; one of the other organ, to which points go on. It is of today, or it was held elsewhere.
 */
const house = (kind: string, which: 'council' | 'college', isElsewhere = false) =>
  prepared(async (): Promise<Held> => {
    const town = await foundTown(kind)
    const [organ, other] = [town[which], town[which === 'council' ? 'college' : 'council']]
    const day = isElsewhere ? undefined : today().toString()
    const sitting = { organ, items: sketches, until: 'frozen' } as const
    const { meeting, points } = await givenMeeting(town, { ...sitting, ...(day && { day }) })
    const spare: Item[] = []
    for (const privacy of ['public', 'secret'] as const)
      spare.push(await givenItem(town, { organ_id: organ.id, privacy }))
    const written = async (path: string, said: object) => {
      const answer = await town.secretariat.visitor.api('POST', path, said)
      expect(answer.status, answer.text).toBe(201)
      return answer.json<{ id: string }>()
    }
    const way = { title: 'Plus loin', from_id: organ.id, to_id: other.id, up_to: 'presented' }
    const { visitor } = town.secretariat
    const ready = (await visitor.api('GET', '/sendings/destinations'))
      .items<typeof way & { id: string }>()
      .find(({ from_id }) => from_id === way.from_id)
    const { id: destination } = ready ?? (await written('/sendings/destinations', way))
    if (ready) {
      const path = `/sendings/destinations/${ready.id}`
      const { version } = (await visitor.api('GET', path)).json<{ version: number }>()
      expect((await visitor.api('PUT', path, { version, up_to: way.up_to })).status).toBe(200)
    }
    await written('/templates/points', {
      ...{ title: 'Divers', service_id: town.works, organ_id: organ.id, recurs: 'freeze' },
      ...{ purpose: 'communication', poll_type: 'no_vote', decision: '' },
    })
    const later = { day: today().toString(), items: [], until: 'created' } as const
    const { meeting: there } = await givenMeeting(town, {
      ...{ ...later, organ: other, items: [{}], time: '23:58' },
    })
    const { meeting: next } = await givenMeeting(town, { ...later, organ, time: '23:59' })
    await opened(town, meeting)
    return { ...town, meeting, points, spare, next, there, destination }
  })

/** Opened at the hour of the meeting, not at the click: hours of what happens in it are past ones. */
const opened = (town: Town, meeting: Meeting) =>
  onMeeting(town, town.secretariat, meeting, async (found) => {
    const open = await openSitting(found.noted_after ? found : await convokedNow(found))
    await recordAttendance(open, await presences(open))
    await correctHours(await read(meetings, open.id), {
      ...{ opened: Temporal.PlainTime.from(open.noted_after ? '20:00' : '00:00'), closed: null },
    })
  })

export const houses = {
  'the municipal council': house('municipality', 'council'),
  'the municipal college': house('municipality', 'college'),
  'a municipal council that met elsewhere': house('municipality', 'council', true),
  'the council of social action': house('cpas', 'council'),
  'the permanent bureau': house('cpas', 'college'),
  'the council of a rescue zone': house('rescue_zone', 'council'),
  'the board of a municipal company': house('rca', 'council'),
} as const
