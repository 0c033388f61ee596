import { beforeAll, expect, test } from 'vitest'
import { type Item, itemPath, type Meeting, meetingPath } from '#modules/deliberations'
import {
  givenLatePoint,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  refusal,
  seatIds,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { withdraw } from '../../deliberations/test/verbs.ts'
import { adoptRemaining, adoptUnanimously, decide, pollOn } from '../../votes/test/verbs.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

/** A council in session since 20:00: the mayor, the councillor and two more vote. */
async function council(...items: Sketch[]) {
  const { meeting, points } = await givenMeeting(town, { items })
  await api('PUT', `${meetingPath(meeting)}/hours`, { opened: '20:00', closed: null })
  const [mayor = '', first = '', second = '', third = '', secretary = ''] = await seatIds(
    town,
    meeting,
  )
  return { meeting, points, seats: { mayor, first, second, third, secretary } }
}

type Refused = { status: number; detail?: string; errors?: Record<string, string[]> }
const note = (meeting: Meeting, noted: object) =>
  api('POST', `${meetingPath(meeting)}/incidents`, noted)
const refused = async (meeting: Meeting, noted: object) =>
  (await note(meeting, noted)).json<Refused>()

/** What the minutes say before, and in, the first point and those that follow. */
const minutesOf = async (meeting: Meeting) => {
  const record = (await api('GET', `${meetingPath(meeting)}/minutes`)).json<{ id: string }>()
  return mainWords(await town.secretariat.visitor.get(`/deliberations/minutes/${record.id}`))
}

test('while the sitting is suspended nothing is voted, decided or closed; the minutes say from when to when, who asked and why', async () => {
  const { meeting, points, seats } = await council({}, {})
  const [first = meeting, second = meeting] = points
  await onItem(town, town.secretariat, first, (item) => adoptUnanimously(item, meeting))
  const noted = await note(meeting, {
    ...{ kind: 'suspended', item_id: second.id, at: '20:30', seat_id: seats.first },
    reason: 'concertation des groupes',
  })
  expect(noted.status).toBe(201)
  const sentence = 'La séance est suspendue\u00A0: notez d’abord quand elle a repris.'
  const deeds: ((item: Item) => Promise<unknown>)[] = [
    (item) => pollOn(item, meeting),
    (item) => decide(item, meeting, 'delay'),
  ]
  for (const deed of deeds)
    expect(await refusal(onItem(town, town.secretariat, second, deed))).toMatchObject({
      ...{ status: 409, sentence },
    })
  for (const verb of ['close', 'lift'])
    expect((await api('POST', `${meetingPath(meeting)}/steps`, { verb })).status).toBe(409)
  const [{ id = '' } = {}] = noted.items<{ id: string }>()
  const page = await town.secretariat.visitor.get(`${itemPath(second)}/session`)
  expect(mainWords(page)).toContain('La séance est suspendue')
  const ends = `${meetingPath(meeting)}/incidents/${id}/end`
  expect((await api('POST', ends, { until: '20:15' })).status).toBe(422)
  expect((await town.secretariat.visitor.post(ends, { until: '20:45' })).status).toBe(303)
  await onItem(town, town.secretariat, second, (item) => adoptUnanimously(item, meeting))
  expect(await minutesOf(meeting)).toMatch(
    /À la demande de .*, la séance est suspendue de 20\u00A0h\u00A030 à 20\u00A0h\u00A045 \(concertation des groupes\)\./,
  )
  const history = await town.secretariat.visitor.get(`${meetingPath(meeting)}/history`)
  expect(mainWords(history)).toMatch(/a noté un incident de séance.*\(point 2\)/)
})

test('suspensions follow one another in the order of the points, within the hours of the sitting', async () => {
  const { meeting, points } = await council({}, {}, {})
  const at = (point: number, from: string, until: string) => ({
    ...{ kind: 'suspended', item_id: points[point]?.id, at: from, until, reason: 'pause' },
  })
  expect((await note(meeting, at(1, '21:00', '21:10'))).status).toBe(201)
  const outside = /n’est pas de la séance/
  for (const wrong of [at(0, '21:30', '21:40'), at(2, '20:40', '20:50'), at(2, '21:05', '21:15')])
    expect((await refused(meeting, wrong)).errors?.['']).toEqual([expect.stringMatching(outside)])
  expect((await refused(meeting, { ...at(2, '21:30', ''), reason: '' })).errors).toHaveProperty(
    'reason',
  )
  // The opening is not put after what happened in the sitting.
  const hours = await api('PUT', `${meetingPath(meeting)}/hours`, { opened: '21:05', closed: null })
  expect(hours.status).toBe(422)
})

test('the public leaves and comes back as it is noted, and the minutes say it at its place (L1122-20, L1122-21)', async () => {
  const { meeting, points } = await council({}, { privacy: 'secret', title: 'Une personne' })
  const [first = meeting, second = meeting] = points
  const out = { kind: 'withdrawn', item_id: second.id, ground: 'persons', at: '21:00' }
  expect((await note(meeting, out)).status).toBe(201)
  expect((await refused(meeting, { ...out, at: '21:05' })).errors?.['']).toEqual([
    'Au point 2, le public est noté deux fois sorti, ou deux fois présent.',
  ])
  const said = await minutesOf(meeting)
  expect(said).toMatch(/À 21\u00A0h, une question de personnes étant soulevée, le huis clos est/)
  expect(said).not.toContain('La présidence prononce le huis clos')
  await onItem(town, town.secretariat, second, (item) => adoptUnanimously(item, meeting))
  // What was decided in closed session was: the public is not said to have come back before it.
  const back = { kind: 'readmitted', item_id: second.id, at: '21:01' }
  expect((await refused(meeting, back)).errors?.['']).toEqual([
    'Le point 2 est du huis clos\u00A0: le public n’y était plus.',
  ])
  const order = { kind: 'withdrawn', item_id: first.id, ground: 'public_order' }
  expect((await refused(meeting, { ...order, votes: 2 })).errors?.['votes']).toEqual([
    'Il faut que 3 des 4 membres présents le décident (CDLD L1122-20).',
  ])
})

test('nothing of the public sitting is decided while the public has left for a question of persons (L1122-20)', async () => {
  const { meeting, points } = await council({}, {})
  const [first = meeting, second = meeting] = points
  const out = { kind: 'withdrawn', item_id: first.id, ground: 'persons', during: true }
  expect((await note(meeting, out)).status).toBe(201)
  const decides = () =>
    onItem(town, town.secretariat, second, (item) => adoptUnanimously(item, meeting))
  expect(await refusal(decides())).toMatchObject({
    sentence: expect.stringMatching(/^Le point 2 est de la séance publique et le public s’est/),
  })
  const left = await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect(left).toMatchObject({ left: [{ id: first.id }], hindered: [{ id: second.id }] })
  expect((await note(meeting, { kind: 'readmitted', item_id: second.id })).status).toBe(201)
  await decides()
})

test('a public that the law does not admit does not leave (L1123-20)', async () => {
  const { meeting, points } = await givenMeeting(town, { organ: town.college })
  const out = { kind: 'withdrawn', item_id: points[0]?.id, ground: 'persons' }
  expect(await refused(meeting, out)).toMatchObject({
    status: 409,
    detail: expect.stringContaining('CDLD L1123-20'),
  })
})

test('whoever presides and leaves is replaced, by rank or by designation, before anything is decided (L1122-15)', async () => {
  const { meeting, points, seats } = await council({}, {})
  const [first = meeting, second = meeting] = points
  await onItem(town, town.secretariat, first, (item) => adoptUnanimously(item, meeting))
  const leaves = { seat_id: seats.mayor, item_id: second.id, kind: 'leaves', at: '' }
  expect((await api('POST', `${meetingPath(meeting)}/movements`, leaves)).status).toBe(201)
  const decides = () =>
    onItem(town, town.secretariat, second, (item) => adoptUnanimously(item, meeting))
  expect(await refusal(decides())).toMatchObject({
    sentence: expect.stringMatching(/ préside et ne prend pas part à ce point/),
  })
  const by = (seat_id: string, ground: string, reason = '') => ({
    ...{ kind: 'presides', item_id: second.id, seat_id, ground, reason, at: '21:10' },
  })
  expect((await refused(meeting, by(seats.third, 'rank'))).errors).toHaveProperty('seat_id')
  expect((await refused(meeting, by(seats.mayor, 'designation', 'soi'))).status).toBe(422)
  expect((await refused(meeting, by(seats.secretary, 'rank'))).errors).toHaveProperty('seat_id')
  expect((await refused(meeting, by(seats.third, 'designation'))).errors).toHaveProperty('reason')
  expect((await note(meeting, by(seats.first, 'rank'))).status).toBe(201)
  await decides()
  expect(await minutesOf(meeting)).toMatch(
    /À partir de 21\u00A0h\u00A010, .* préside, par ordre de préséance\./,
  )
  // Who presided when it was decided stays.
  const [{ id = '' } = {}] = (await api('GET', `${meetingPath(meeting)}/incidents`)).items<{
    id: string
  }>()
  expect((await api('DELETE', `${meetingPath(meeting)}/incidents/${id}`)).status).toBe(422)
})

test('who keeps the minutes and stands aside for a point is replaced by whom the assembly designates (L1122-19)', async () => {
  const { meeting, points, seats } = await council({})
  const [item = meeting] = points
  await api('POST', `${meetingPath(meeting)}/movements`, {
    ...{ seat_id: seats.secretary, item_id: item.id, kind: 'withdraws', at: '', reason: 'parent' },
  })
  const keeps = { kind: 'keeps', item_id: item.id, seat_id: seats.second }
  expect((await refused(meeting, { ...keeps, ground: 'rank' })).errors).toHaveProperty('ground')
  const named = { ...keeps, ground: 'designation', reason: 'l’assemblée' }
  expect((await note(meeting, named)).status).toBe(201)
  await onItem(town, town.secretariat, item, (one) => adoptUnanimously(one, meeting))
  expect(await minutesOf(meeting)).toContain('tient le procès-verbal à partir de ce point')
  // Why somebody stands aside is read by whoever notes it alone.
  const path = `${meetingPath(meeting)}/movements`
  expect((await api('GET', path)).items()).toMatchObject([{ reason: 'parent' }])
  const others = await town.agent.visitor.api('GET', path)
  expect(others.items()).toMatchObject([{ reason: '' }])
})

test('a point at which something is noted stays on its agenda; noted by mistake, it goes', async () => {
  const { meeting, item } = await givenLatePoint(town)
  await api('PUT', `${meetingPath(meeting)}/hours`, { opened: '20:00', closed: null })
  const noted = await note(meeting, {
    ...{ kind: 'suspended', item_id: item.id, at: '20:10', until: '20:20', reason: 'pause' },
  })
  const leaves = () => api('POST', `${itemPath(item)}/steps`, { verb: 'withdraw' })
  expect((await leaves()).status).toBe(409)
  const [{ id = '' } = {}] = noted.items<{ id: string }>()
  expect((await api('DELETE', `${meetingPath(meeting)}/incidents/${id}`)).status).toBe(204)
  expect((await leaves()).status).toBe(200)
})

test('minutes say before each point who left, came and takes no part, after it who takes part again, and nothing before the first (E11)', async () => {
  const { meeting, points, seats } = await council({}, {}, {})
  const moves = (seat_id: string, kind: string, at: number) =>
    api('POST', `${meetingPath(meeting)}/movements`, {
      ...{ seat_id, item_id: points[at]?.id, kind, at: '' },
    })
  await moves(seats.first, 'leaves', 1)
  await moves(seats.second, 'withdraws', 1)
  await moves(seats.first, 'arrives', 2)
  const said = await minutesOf(meeting)
  const [before = '', first = '', second = '', third = ''] = said.split(/(?=\d\. Réfection)/)
  expect(before).not.toMatch(/quitte la séance|entre en séance/)
  expect(first).toMatch(
    /quitte la séance\..*se retire et ne prend part ni à la délibération ni au vote\./,
  )
  expect(second).toMatch(/réintègre la séance\..*entre en séance\./)
  expect(third).not.toMatch(/séance\. /)
})

test('out of an open sitting a point of its agenda goes by a decision alone, at every door; an urgent one that nobody declared may leave (L1122-24, L1132-2)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}], late: [{}, {}] })
  const [borne = meeting, declared = meeting, late = meeting] = points
  const seats = (await seatIds(town, meeting)).slice(0, 4)
  expect((await api('PUT', `${itemPath(declared)}/urgency`, { seats })).status).toBe(204)
  const sentence =
    'La séance est ouverte\u00A0: un point de son ordre du jour n’en sort que par une décision, que le procès-verbal consigne. Choisissez «\u00A0Reporter\u00A0» ou «\u00A0Retirer\u00A0».'
  const leaves = (item: { id: string }) =>
    api('POST', `${itemPath(item)}/steps`, { verb: 'withdraw' })
  for (const item of [borne, declared]) {
    expect((await leaves(item)).json<Refused>()).toMatchObject({ status: 409, detail: sentence })
    expect(await refusal(onItem(town, town.secretariat, item, withdraw))).toMatchObject({
      sentence,
    })
    const page = await town.secretariat.visitor.get(itemPath(item))
    expect(mainWords(page)).toContain(sentence)
    expect(page.text).not.toContain('value="withdraw"')
  }
  const sent = await town.secretariat.visitor.post(`${itemPath(borne)}/steps`, { verb: 'withdraw' })
  expect(sent.status).toBe(409)
  expect((await leaves(late)).status).toBe(200)
  await onItem(town, town.secretariat, borne, (item) => decide(item, meeting, 'remove'))
  expect(await minutesOf(meeting)).toContain('Le point est retiré')
})
