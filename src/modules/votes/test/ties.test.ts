import { beforeAll, expect, test } from 'vitest'
import {
  itemPath,
  type Item,
  type Meeting,
  meetingPath,
  successorsOf,
} from '#modules/deliberations'
import {
  ballotsOf,
  givenMeeting,
  givenLatePoint,
  givenPoint,
  givenTown,
  mainWords,
  onItem,
  seatIds,
  seen,
  type Town,
} from '../../deliberations/test/council.ts'
import { adoptUnanimously } from '../session.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

/** A college in session: the mayor and an alderman vote. */
async function college(given = givenPoint) {
  const { meeting, item } = await given(town, {}, town.college)
  const [mayor = '', alderman = ''] = await seatIds(town, meeting)
  return { meeting, item, mayor, alderman }
}

const vote = (item: Item, ballots: Record<string, string>) =>
  api('PUT', `${itemPath(item)}/vote`, { ballots })
const decide = (item: Item, verb: string) => api('POST', `${itemPath(item)}/decision`, { verb })
const recognise = (item: Item, ...seats: string[]) =>
  api('PUT', `${itemPath(item)}/recognised-urgency`, { seats })

test('in an urgent matter of the college, the vote of whoever presides breaks a tie (L1123-22)', async () => {
  const { item, mayor, alderman } = await college()
  expect((await recognise(item, mayor)).json()).toMatchObject({
    errors: { seats: [expect.stringContaining('il en faut 2')] },
  })
  expect((await recognise(item, mayor, alderman)).status).toBe(204)
  const answer = await vote(item, { [mayor]: 'yes', [alderman]: 'no' })
  expect(answer.json()).toMatchObject({ adopted: true, yes: 1, no: 1, casting: mayor })
  const page = mainWords(await town.secretariat.visitor.get(itemPath(item)))
  expect(page).toContain(
    'Par une voix pour et une voix contre, la voix de la présidente étant prépondérante, la proposition est adoptée.',
  )
  // Urgency is recognised before the discussion, not once one knows how it ended.
  expect((await recognise(item)).status).toBe(409)
})

test('a president who votes against breaks the tie against the proposal, and one who abstains leaves it', async () => {
  const against = await college()
  await recognise(against.item, against.mayor, against.alderman)
  const refused = await vote(against.item, { [against.mayor]: 'no', [against.alderman]: 'yes' })
  expect(refused.json()).toMatchObject({ adopted: false, reason: 'tie', casting: against.mayor })
  const page = mainWords(await town.secretariat.visitor.get(itemPath(against.item)))
  expect(page).toContain(
    'la voix de la présidente étant prépondérante, la proposition est rejetée.',
  )
  expect((await decide(against.item, 'refuse')).json()).toMatchObject({ state: 'refused' })
})

test('nobody else presides where the vote of whoever presided broke a tie', async () => {
  const { meeting, item, mayor, alderman } = await college()
  await recognise(item, mayor, alderman)
  await vote(item, { [mayor]: 'yes', [alderman]: 'no' })
  const [, , secretary = ''] = await seatIds(town, meeting)
  const answer = await api('PUT', `${meetingPath(meeting)}/officers`, {
    presides: alderman,
    keeps: secretary,
  })
  expect(answer.status).toBe(422)
})

/** Puts a point off, closes its meeting, and gives the one that follows it on the next. */
async function again(meeting: Meeting, item: Item): Promise<{ meeting: Meeting; item: Item }> {
  await decide(item, 'delay')
  await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'close' })
  const next = await givenMeeting(town, { organ: town.college, items: [], until: 'created' })
  const [found] = await town.authority.asSystem(() => successorsOf([item]))
  if (!found) throw new Error('It did not come back')
  await api('POST', `/deliberations/items/${found.id}/presentation`, {
    meeting_id: next.meeting.id,
  })
  for (const verb of ['freeze', 'decide'])
    await api('POST', `${meetingPath(next.meeting)}/steps`, { verb })
  const seats = await seatIds(town, next.meeting)
  await api(
    'PUT',
    `${meetingPath(next.meeting)}/attendance`,
    Object.fromEntries(seats.map((id) => [id, 'present'])),
  )
  return { meeting: next.meeting, item: await seen(town, found) }
}

test('at the third tie on one matter the vote of whoever presides decides (L1123-22)', async () => {
  const { meeting, item } = await givenPoint(town, { title: 'Une affaire partagée' }, town.college)
  const tied = async (of: { meeting: Meeting; item: Item }) => {
    const [mayor = '', alderman = ''] = await seatIds(town, of.meeting)
    return (await vote(of.item, { [mayor]: 'yes', [alderman]: 'no' })).json()
  }
  expect(await tied({ meeting, item })).toMatchObject({ reason: 'tie_postponed' })
  const second = await again(meeting, item)
  expect(await tied(second)).toMatchObject({ reason: 'tie_postponed' })
  const third = await again(second.meeting, second.item)
  expect(await tied(third)).toMatchObject({ adopted: true })
})

test('after a tie the college may call a member of the council, and votes anew with them (L1123-22)', async () => {
  const { meeting, item, mayor, alderman } = await college()
  const councillors = (await api('GET', `/organs/${town.council.id}/seats`)).items<{
    id: string
    part: string
    last_name: string
  }>()
  const called = councillors.find(({ last_name }) => last_name === 'Falleur')?.id ?? ''
  const call = (seat_id: string) => api('PUT', `${itemPath(item)}/called`, { seat_id })
  expect((await call(called)).status).toBe(409)
  await vote(item, { [mayor]: 'yes', [alderman]: 'no' })
  expect((await call(alderman)).status).toBe(422)
  expect((await call(called)).status).toBe(204)
  const again = await vote(item, { [mayor]: 'yes', [alderman]: 'no', [called]: 'no' })
  expect(again.json()).toMatchObject({ adopted: false, reason: 'minority', no: 2 })
  expect((await api('DELETE', `${itemPath(item)}/called`)).status).toBe(422)
  const page = mainWords(await town.secretariat.visitor.get(`${itemPath(item)}/session`))
  expect(page).toMatch(/Falleur, member, est appelée? à siéger/)
  expect(page).toMatch(/Votent contre\u00A0: .*Falleur/)
  expect((await api('GET', `${meetingPath(meeting)}/attendance`)).text).not.toContain('Falleur')
})

test('nobody is called to a council, whose ties reject (L1122-26)', async () => {
  const { meeting, item } = await givenPoint(town)
  const [mayor = '', first = ''] = await seatIds(town, meeting)
  const tied = await vote(item, await ballotsOf(town, meeting, 'yes', 'no'))
  expect(tied.json()).toMatchObject({ adopted: false, reason: 'tie' })
  expect((await api('PUT', `${itemPath(item)}/called`, { seat_id: first })).status).toBe(409)
  const urgency = await api('PUT', `${itemPath(item)}/recognised-urgency`, { seats: [mayor] })
  expect(urgency.status).toBe(409)
})

test('a point that leaves its agenda leaves there who was called for it (E08)', async () => {
  const { meeting, item, mayor, alderman } = await college(givenLatePoint)
  await vote(item, { [mayor]: 'yes', [alderman]: 'no' })
  const seats = (await api('GET', `/organs/${town.council.id}/seats`)).items<{
    id: string
    last_name: string
  }>()
  const called = seats.find(({ last_name }) => last_name === 'Falleur')?.id
  await api('PUT', `${itemPath(item)}/called`, { seat_id: called })
  expect((await api('POST', `${itemPath(item)}/steps`, { verb: 'withdraw' })).status).toBe(200)
  await api('POST', `/deliberations/items/${item.id}/presentation`, { meeting_id: meeting.id })
  const voters = onItem(town, town.secretariat, item, (one) => adoptUnanimously(one, meeting))
  await voters
  expect((await api('GET', `${itemPath(item)}/vote`)).json()).toMatchObject({ yes: 2 })
})
