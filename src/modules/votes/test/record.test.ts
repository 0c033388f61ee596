import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenProgram, type TestPerson } from '#test/harness'
import { itemPath, type Item, type Meeting, meetingPath } from '#modules/deliberations'
import {
  ballotsOf,
  foundTown,
  givenMeeting,
  type MeetingSketch,
  mainWords,
  onItem,
  onMeeting,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { adoptRemaining, decide, pollOn } from '../session.ts'
import { castVotes } from '../vote.ts'

let town: Town
let administrator: TestPerson
beforeAll(async () => {
  town = await foundTown()
  administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
})

const paths = (meeting: Meeting) => `${meetingPath(meeting)}/attendance`
const sat = async (meeting: Meeting) =>
  (await town.secretariat.visitor.api('GET', paths(meeting))).items<{
    first_name: string
    last_name: string
    title: string
    presence: string | null
  }>()
const seats = () => `/organs/${town.council.id}/seats`
type Seat = { id: string; person_id: string; last_day: string | null }
const seatsOfNow = async () => (await administrator.visitor.api('GET', seats())).items<Seat>()
const seatOf = async ({ id }: { id: string }) => {
  const found = (await seatsOfNow()).find(({ person_id }) => person_id === id)
  if (!found) throw new Error('They do not sit')
  return found.id
}
const step = (dossier: string, verb: string) =>
  town.secretariat.visitor.api('POST', `${dossier}/steps`, { verb })

/** A council in which the mayor said no to the first of two points; the rest is adopted. */
async function held(
  sketch: MeetingSketch = { items: [{}, {}] },
  at = 0,
): Promise<{ meeting: Meeting; points: Item[] }> {
  const { meeting, points } = await givenMeeting(town, sketch)
  const first = points[at]
  if (!first) throw new Error('No point')
  const ballots = await ballotsOf(town, meeting, 'no', 'yes', 'yes', 'yes')
  await onItem(town, town.secretariat, first, async (item) => {
    await castVotes(item, await pollOn(item, meeting), ballots)
  })
  return { meeting, points }
}

const accepted = (point: { id: string }, meeting: Meeting) =>
  onItem(town, town.secretariat, point, (item) => decide(item, meeting, 'accept'))

/** The same once it is closed. */
async function closed(): Promise<Meeting> {
  const { meeting, points } = await held()
  await accepted(points[0] ?? meeting, meeting)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect((await step(meetingPath(meeting), 'close')).json()).toMatchObject({ state: 'closed' })
  return meeting
}

describe('a sitting stays as it was, whatever becomes of seats and people (H9, H17)', () => {
  let meeting: Meeting
  let before: Awaited<ReturnType<typeof sat>>
  beforeEach(async () => {
    meeting = await closed()
    before = await sat(meeting)
    expect(before.length).toBeGreaterThan(4)
  })
  const page = async () => mainWords(await town.secretariat.visitor.get(paths(meeting)))

  test('a seat that is ended before it, and the way back', async () => {
    const seat = await seatOf(town.mayor)
    const words = await page()
    const { visitor } = administrator
    const ended = await visitor.api('POST', `${seats()}/${seat}/end`, { last_day: '2023-06-30' })
    expect(ended.status).toBe(204)
    expect(await sat(meeting)).toEqual(before)
    expect(await page()).toBe(words)
    expect((await visitor.get(`/organs/${town.council.id}`)).text).toContain(
      'a terminé le siège de',
    )
    const back = await visitor.api('POST', `${seats()}/${seat}/resumption`)
    expect(back.json()).toMatchObject({ last_day: null })
    expect((await visitor.api('POST', `${seats()}/${seat}/resumption`)).status).toBe(409)
  })

  test('a seat that is said to have begun before it', async () => {
    const late = await town.authority.person({ firstName: 'Rosa', lastName: 'Encore' })
    const given = await administrator.visitor.api('POST', seats(), {
      ...{ person: 'Rosa Encore', part: 'member', title: '', first_day: '2019-01-01' },
    })
    expect(given.status).toBe(201)
    expect(late.id).not.toBe('')
    expect(await sat(meeting)).toEqual(before)
    await administrator.visitor.api('POST', `${seats()}/${await seatOf(late)}/end`, {})
  })

  test('another name or title of who sat', async () => {
    const seat = await seatOf(town.councillor)
    await administrator.visitor.api('POST', `${seats()}/${seat}/title`, { title: 'Échevine' })
    expect(await sat(meeting)).toEqual(before)
  })

  test('two members who turn out to be one: one seat goes on, and those who sat keep their names', async () => {
    const [one, other] = [
      await town.authority.person({ firstName: 'Marc', lastName: 'Doyen', roles: ['councillor'] }),
      await town.authority.person({ firstName: 'Simon', lastName: 'Haut', roles: ['councillor'] }),
    ]
    for (const person of ['Marc Doyen', 'Simon Haut'])
      await administrator.visitor.api('POST', seats(), {
        ...{ person, part: 'member', title: '', first_day: '2019-01-01' },
      })
    const both = await closed()
    const preview = await administrator.visitor.get(`/people/${one.id}/merging/${other.id}`)
    expect(preview.text).toContain('Ce que les deux ont déjà')
    const merged = await administrator.visitor.api('POST', `/people/${one.id}/merging`, {
      into: other.id,
    })
    expect(merged.status).toBe(204)
    const names = (await sat(both)).map((seat) => `${seat.first_name} ${seat.last_name}`)
    expect(names.filter((name) => /Doyen|Haut$/.test(name)).toSorted()).toEqual([
      'Marc Doyen',
      'Simon Haut',
    ])
    const open = (await seatsOfNow()).filter(({ last_day }) => last_day === null)
    expect(open.filter(({ person_id }) => person_id === other.id)).toHaveLength(1)
    expect(open.filter(({ person_id }) => person_id === one.id)).toHaveLength(0)
    await administrator.visitor.api('POST', `${seats()}/${await seatOf(other)}/end`, {})
  })
})

test('a sitting that is open goes on with who voted in it, though their seat was ended before it', async () => {
  const { meeting, points } = await held()
  const seat = await seatOf(town.mayor)
  const last_day = '2023-06-30'
  await administrator.visitor.api('POST', `${seats()}/${seat}/end`, { last_day })
  await accepted(points[0] ?? meeting, meeting)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect((await step(meetingPath(meeting), 'close')).status).toBe(200)
  await administrator.visitor.api('POST', `${seats()}/${seat}/resumption`)
})

test('what people alone do in a sitting no program does, nor undoes by another door (M14)', async () => {
  const { meeting, points } = await held({ items: [{}], late: [{}] }, 1)
  const [, voted] = points
  const program = await givenProgram(town.authority, administrator, {
    ...{ scopes: ['deliberations:act', 'deliberations:read'], roles: ['agent', 'secretariat'] },
    ...{ services: [town.works], function: 'editor' },
  })
  const item = itemPath(voted ?? meeting)
  const seated = Object.fromEntries((await seatIds(town, meeting)).map((id) => [id, 'present']))
  const [presides] = await seatIds(town, meeting)
  const asked = [
    await program.api('DELETE', `${item}/vote`),
    await program.api('POST', `${item}/steps`, { verb: 'withdraw' }),
    await program.api('PUT', paths(meeting), seated),
    await program.api('PUT', `${meetingPath(meeting)}/officers`, { presides, keeps: presides }),
    await program.api('POST', `${meetingPath(meeting)}/movements`, {
      ...{ seat_id: presides, kind: 'leaves', item_id: points[0]?.id, at: '' },
    }),
  ]
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  for (const { text } of asked) expect(text).toContain('in_person')
  expect((await town.secretariat.visitor.api('GET', `${item}/vote`)).text).toContain('"yes":3')
  // A person may, and history tells what the vote was.
  expect((await step(item, 'withdraw')).status).toBe(200)
  expect(mainWords(await town.secretariat.visitor.get(item))).toContain('a effacé le vote')
})
