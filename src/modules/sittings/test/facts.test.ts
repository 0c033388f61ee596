import { beforeAll, expect, test } from 'vitest'
import { beside } from '#test/harness'
import { db } from '#kernel/db'
import { type Item, type Meeting, itemPath, meetingPath } from '#modules/deliberations'
import {
  ballotsOf,
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  refusal,
  seatIds,
  seen,
  type Sketch,
  type Town,
  written,
} from '../../deliberations/test/council.ts'
import { recordAttendance } from '../attendance.ts'
import { noteMovement } from '../movement.ts'
import {
  adoptRemaining,
  adoptUnanimously,
  decide,
  pollOn,
  castVotes,
} from '../../votes/test/verbs.ts'
import { movementsOf } from '../sitting.ts'
import { declareUrgency } from '../urgency.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

/** A council in session: the mayor, the councillor and two more vote; the quorum is three. */
async function council(...items: Sketch[]) {
  const { meeting, points } = await givenMeeting(town, { items })
  await api('PUT', `${meetingPath(meeting)}/hours`, { opened: '20:00', closed: null })
  const [mayor = '', first = '', second = '', third = '', secretary = ''] = await seatIds(
    town,
    meeting,
  )
  return { meeting, points, seats: { mayor, first, second, third, secretary } }
}

const note = (meeting: Meeting, seat_id: string, kind: string, item?: Item, at = '') =>
  api('POST', `${meetingPath(meeting)}/movements`, { seat_id, kind, item_id: item?.id, at })

const voters = (meeting: Meeting, item: Item | undefined) =>
  onItem(town, town.secretariat, item ?? { id: '' }, async (point) =>
    (await pollOn(point, meeting)).voters.map(({ id }) => id),
  )

test('who leaves before a point votes on what came before it, and on nothing after', async () => {
  const { meeting, points, seats } = await council({}, {}, {})
  await note(meeting, seats.first, 'leaves', points[1], '20:45')
  expect(await voters(meeting, points[0])).toContain(seats.first)
  expect(await voters(meeting, points[1])).not.toContain(seats.first)
  expect(await voters(meeting, points[2])).not.toContain(seats.first)
  await note(meeting, seats.first, 'arrives', points[2], '21:10')
  expect(await voters(meeting, points[2])).toContain(seats.first)
  const page = await town.secretariat.visitor.get(`${meetingPath(meeting)}/attendance`)
  expect(mainWords(page)).toMatch(/quitte la séance\..*point 2 · 20\u00A0h\u00A045/)
})

test('who has a direct interest withdraws for one point, and counts there for nothing (L1122-19)', async () => {
  const { meeting, points, seats } = await council({}, {})
  const [item, other] = points
  expect((await note(meeting, seats.first, 'withdraws', item)).status).toBe(201)
  expect(await voters(meeting, item)).toHaveLength(3)
  expect(await voters(meeting, other)).toHaveLength(4)
  const refused = await api('PUT', `${itemPath(item ?? meeting)}/vote`, {
    ballots: { [seats.first]: 'yes' },
  })
  expect(refused.json()).toMatchObject({
    errors: { ballots: ['Seuls les membres présents votent.'] },
  })
})

test('the quorum is asked at each point: with one away and one withdrawn, two of four decide nothing (L1122-17)', async () => {
  const { meeting, points, seats } = await council({}, { poll_type: 'no_vote' }, {})
  const [first, second, third] = points
  await note(meeting, seats.first, 'leaves', second)
  await note(meeting, seats.second, 'withdraws', second)
  for (const decision of ['accept', 'refuse', 'delay', 'remove'] as const)
    expect(
      await refusal(
        onItem(town, town.secretariat, second ?? meeting, (item) =>
          decide(item, meeting, decision),
        ),
      ),
    ).toMatchObject({ status: 409, sentence: expect.stringContaining('quorum') })
  const rest = await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect(rest.left.map(({ id }) => id)).toEqual([first?.id, third?.id])
  expect(rest.hindered.map(({ id }) => id)).toEqual([second?.id])
})

test('nobody decides before the attendance is noted, not even what is not voted on (D1)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [{ poll_type: 'no_vote' }],
    until: 'frozen',
  })
  await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'decide' })
  for (const verb of ['accept', 'refuse', 'delay', 'remove'])
    expect(
      (await api('POST', `${itemPath(points[0] ?? meeting)}/decision`, { verb })).json(),
    ).toMatchObject({ status: 409, detail: 'Notez d’abord les présences.' })
})

test('who voted is not noted away, whether at the opening, before the point or by withdrawing (D2)', async () => {
  const { meeting, points, seats } = await council({}, {})
  const [first, second] = points
  await onItem(town, town.secretariat, first ?? meeting, (item) => adoptUnanimously(item, meeting))
  expect((await note(meeting, seats.first, 'leaves', first)).status).toBe(422)
  expect((await note(meeting, seats.first, 'withdraws', first)).status).toBe(422)
  expect((await note(meeting, seats.first, 'leaves', second)).status).toBe(201)
  expect(await onMeeting(town, town.secretariat, meeting, movementsOf)).toHaveLength(1)
  const away = onMeeting(town, town.secretariat, meeting, async (found) =>
    recordAttendance(found, await presences(found, [town.mayor])),
  )
  expect(await refusal(away)).toMatchObject({ status: 422 })
})

test('nobody comes who is there, nor leaves or withdraws who is not', async () => {
  const { meeting, points, seats } = await council({}, {}, {})
  const refused = async (kind: string, item?: Item) =>
    (await note(meeting, seats.first, kind, item)).json() as { errors: Record<string, string[]> }
  expect((await refused('arrives', points[0])).errors['seat_id']).toEqual([
    expect.stringMatching(/ est déjà en séance au point 1\.$/),
  ])
  await note(meeting, seats.first, 'leaves', points[1])
  expect((await refused('withdraws', points[2])).errors['seat_id']).toEqual([
    expect.stringMatching(/ n’est pas en séance au point 2|point 3/),
  ])
  expect((await refused('arrives', points[1])).errors['item_id']).toHaveLength(1)
  const elsewhere = await council({})
  expect((await refused('leaves', elsewhere.points[0])).errors['item_id']).toHaveLength(1)
})

test('a point before which somebody comes or goes stays on its agenda, and where it stands', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}], late: [{}, {}] })
  const [, first = ''] = await seatIds(town, meeting)
  await note(meeting, first, 'leaves', points[1])
  await note(meeting, first, 'arrives', points[2])
  const moved = await api('POST', `${meetingPath(meeting)}/order`, {
    id: points[2]?.id,
    position: 2,
  })
  expect(moved.status).toBe(409)
  const withdrawal = await api('POST', `${itemPath(points[1] ?? meeting)}/steps`, {
    verb: 'withdraw',
  })
  expect(withdrawal.text).toContain('sittings.movement.anchored')
  expect(await seen(town, points[1] ?? meeting)).toMatchObject({ state: 'frozen', position: 2 })
})

test('a late point is decided once two thirds of those present declared it urgent, by name (L1122-24, D8)', async () => {
  const { meeting, seats } = await council({})
  const late = await givenItem(town)
  await api('POST', `/deliberations/items/${late.id}/presentation`, { meeting_id: meeting.id })
  const decides = () =>
    onItem(town, town.secretariat, late, (item) => adoptUnanimously(item, meeting))
  expect(await refusal(decides())).toMatchObject({
    status: 409,
    sentence: expect.stringContaining('CDLD L1122-24'),
  })
  const declare = (...some: string[]) => api('PUT', `${itemPath(late)}/urgency`, { seats: some })
  expect((await declare(seats.mayor, seats.first)).json()).toMatchObject({
    errors: {
      seats: ['2 membres la déclarent\u00A0: il en faut 3 sur 4 présents (CDLD L1122-24).'],
    },
  })
  expect((await declare(seats.mayor, seats.first, seats.secretary)).status).toBe(422)
  expect((await declare(seats.mayor, seats.first, seats.second)).status).toBe(204)
  await decides()
  expect(await seen(town, late)).toMatchObject({ state: 'accepted' })
  // Who declared it does not leave before it afterwards.
  expect((await note(meeting, seats.mayor, 'leaves', late)).status).toBe(422)
  const page = await town.secretariat.visitor.get(`${itemPath(late)}/session`)
  expect(mainWords(page)).toMatch(/L’urgence est déclarée par 3 membres présents/)
})

test('what is on the agenda needs no urgency; a late point is put off without one', async () => {
  const { meeting, points, seats } = await council({})
  const declared = await api('PUT', `${itemPath(points[0] ?? meeting)}/urgency`, {
    seats: [seats.mayor],
  })
  expect(declared.status).toBe(409)
  const late = await givenItem(town)
  await api('POST', `/deliberations/items/${late.id}/presentation`, { meeting_id: meeting.id })
  await onItem(town, town.secretariat, late, (item) => decide(item, meeting, 'delay'))
  expect(await seen(town, late)).toMatchObject({ state: 'delayed' })
})

test('an agenda that is opened again after the last day to convoke takes late points all the same (D8)', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'unfreeze' })
  const item = await givenItem(town)
  await api('POST', `/deliberations/items/${item.id}/presentation`, { meeting_id: meeting.id })
  await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'freeze' })
  expect(await seen(town, item)).toMatchObject({ state: 'frozen', list_type: 'late' })
})

test('without quorum the sitting is lifted: what is not decided is put off (L1122-17)', async () => {
  const { meeting, points, seats } = await council({}, {})
  const lift = () => api('POST', `${meetingPath(meeting)}/steps`, { verb: 'lift' })
  expect((await lift()).json()).toMatchObject({ status: 409, detail: 'Le quorum est atteint.' })
  await onItem(town, town.secretariat, points[0] ?? meeting, (item) =>
    adoptUnanimously(item, meeting),
  )
  await note(meeting, seats.first, 'leaves', points[1])
  await note(meeting, seats.second, 'leaves', points[1])
  expect((await lift()).json()).toMatchObject({ state: 'closed' })
  const states = [await seen(town, points[0] ?? meeting), await seen(town, points[1] ?? meeting)]
  expect(states.map(({ state }) => state)).toEqual(['accepted', 'delayed'])
})

test('who leaves while their vote is being recorded is refused: they were there', async () => {
  const { meeting, points, seats } = await council({})
  const [item = meeting] = points
  const ballots = await ballotsOf(town, meeting, 'yes', 'yes')
  const leaving = await onItem(town, town.secretariat, item, async (locked) => {
    const poll = await pollOn(locked, meeting)
    const started = await beside(() =>
      onMeeting(town, town.secretariat, meeting, (found) =>
        noteMovement(found, {
          ...{ seat_id: seats.first, item_id: item.id, kind: 'leaves', at: null },
        }),
      ),
    )
    await castVotes(locked, poll, ballots)
    return started
  })
  expect(await refusal(leaving.ended)).toMatchObject({ status: 422 })
})

test('urgency is declared by those who take part alone, whoever sits in the organ', async () => {
  const { meeting, seats } = await council({})
  const late = await givenItem(town)
  await api('POST', `/deliberations/items/${late.id}/presentation`, { meeting_id: meeting.id })
  await note(meeting, seats.first, 'withdraws', late)
  const declared = onItem(town, town.secretariat, late, (item) =>
    declareUrgency(item, meeting, [seats.first, seats.mayor, seats.second]),
  )
  expect(await refusal(declared)).toMatchObject({ status: 422 })
})

test('an appointment is voted in secret, whatever its form, its API or a bulk act say (L1122-27, D9)', async () => {
  const named = { matter: 'appointment', poll_type: 'freehand' } as const
  const refused = await town.agent.visitor.api('POST', '/deliberations/items', written(town, named))
  expect(refused.json()).toMatchObject({
    errors: {
      poll_type: ['Un point de cette nature se vote au scrutin secret (CDLD L1122-27).'],
    },
  })
  const { meeting, points } = await council({ matter: 'appointment', poll_type: 'secret' }, {})
  const [item = meeting] = points
  const opened = await api('PUT', itemPath(item), { poll_type: 'freehand', version: item.version })
  expect(opened.status).toBe(422)
  // What another system wrote is held by the same law where it is decided.
  await town.authority.asSystem(() =>
    db()
      .updateTable('deliberations.item')
      .set({ poll_type: 'freehand' })
      .where('id', '=', item.id)
      .execute(),
  )
  const rest = await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect([rest.left.length, rest.hindered.map(({ id }) => id)]).toEqual([1, [item.id]])
  const adopted = onItem(town, town.secretariat, item, (one) => adoptUnanimously(one, meeting))
  expect(await refusal(adopted)).toMatchObject({ status: 409 })
})

test('a sitting is not lifted over a point that its vote adopted and that is not decided yet (L1122-17)', async () => {
  const { meeting, points, seats } = await council({}, {})
  const [first, second] = points
  if (!first) throw new Error('No point')
  const ballots = await ballotsOf(town, meeting, 'yes', 'yes', 'yes', 'yes')
  await onItem(town, town.secretariat, first, async (item) =>
    castVotes(item, await pollOn(item, meeting), ballots),
  )
  await note(meeting, seats.first, 'leaves', second)
  await note(meeting, seats.second, 'leaves', second)
  const lift = () => api('POST', `${meetingPath(meeting)}/steps`, { verb: 'lift' })
  expect((await lift()).json()).toMatchObject({
    status: 409,
    detail: expect.stringMatching(/^Le point 1 est adopté par son vote/),
  })
  await onItem(town, town.secretariat, first, (item) => decide(item, meeting, 'accept'))
  expect((await lift()).json()).toMatchObject({ state: 'closed' })
})
