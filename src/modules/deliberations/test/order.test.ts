import { beforeAll, expect, test } from 'vitest'
import { decide, votesOn } from '#modules/votes'
import { agendaOf } from '../agenda.ts'
import { WrittenItem } from '../item.ts'
import { freeze, unfreeze } from '../meeting-steps.ts'
import { rewrite } from '../rewrite.ts'
import { moveItem, present, withdraw } from '../order.ts'
import {
  ballotsOf,
  givenItem,
  givenMeeting,
  givenTown,
  onItem,
  onMeeting,
  refusal,
  seen,
  type Town,
  written,
} from './council.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

/** The agenda as the secretariat reads it: « 1 Titre », « 2 Titre (late) ». */
const agenda = async ({ id }: { id: string }) => {
  const lines = await town.authority.as(secretariat, () => agendaOf(id))
  return lines.map(
    ({ position, title, list_type }) =>
      `${position} ${title}${list_type === 'late' ? ' (late)' : ''}`,
  )
}
const references = async ({ id }: { id: string }) =>
  (await town.authority.as(secretariat, () => agendaOf(id))).map(({ reference }) => reference)
const titled = (...titles: string[]) => titles.map((title) => ({ title }))
const presentTo = (meeting: { id: string }, item: Parameters<typeof present>[0]) =>
  onMeeting(town, secretariat, meeting, (found) => present(item, found))

test('the order changes while the agenda is open, frozen and in session (A06)', async () => {
  for (const until of ['created', 'frozen', 'decided'] as const) {
    const { meeting, points } = await givenMeeting(town, { items: titled('a', 'b', 'c'), until })
    await onMeeting(town, secretariat, meeting, (found) => moveItem(found, points[2]?.id ?? '', 1))
    expect(await agenda(meeting)).toEqual(['1 c', '2 a', '3 b'])
  }
})

test('an illegal move is refused with its reason and moves nothing (A01)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: titled('a', 'b') })
  const stranger = await givenItem(town)
  const move = (id: string, position: unknown) =>
    secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/order`, { id, position })
  const [a] = points
  const beyond = await move(a?.id ?? '', 3)
  expect(beyond.status).toBe(409)
  expect(beyond.json()).toMatchObject({ detail: 'L’ordre du jour compte moins de points.' })
  expect((await move(stranger.id, 1)).json()).toMatchObject({
    status: 409,
    detail: 'Ce point n’est pas à l’ordre du jour.',
  })
  for (const position of [0, -1, 1.5, 'premier'])
    expect((await move(a?.id ?? '', position)).json()).toMatchObject({
      status: 422,
      errors: { position: [expect.any(String)] },
    })
  expect(await agenda(meeting)).toEqual(['1 a', '2 b'])
})

test('a point that its menu moves says where it stands; one that was dragged has said so (I1)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: titled('a', 'b') })
  const path = `/deliberations/meetings/${meeting.id}`
  const id = points[1]?.id ?? ''
  const said = 'Le point porte maintenant le numéro 1.'
  await secretariat.visitor.post(`${path}/order`, { id, position: '1' })
  expect((await secretariat.visitor.get(path)).text).toContain(said)
  await secretariat.visitor.post(`${path}/order`, { id, position: '2', told: 'on' })
  expect((await secretariat.visitor.get(path)).text).not.toContain('porte maintenant')
})

test('a point has no reference before the freeze; it gets one at the freeze (A20)', async () => {
  const day = '2026-06-25'
  const { meeting } = await givenMeeting(town, { day, items: titled('a', 'b'), until: 'created' })
  expect(await references(meeting)).toEqual(['', ''])
  await onMeeting(town, secretariat, meeting, freeze)
  expect(await references(meeting)).toEqual(['CC/20260625-1', 'CC/20260625-2'])
})

test('references follow moves, withdrawals and late points, once given (A20)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    day: '2026-05-28',
    items: titled('a', 'b', 'c'),
    until: 'frozen',
  })
  const numbers = ['CC/20260528-1', 'CC/20260528-2', 'CC/20260528-3']
  const [a = meeting, , c = meeting] = points
  await onMeeting(town, secretariat, meeting, (found) => moveItem(found, c.id, 1))
  expect(await seen(town, c)).toMatchObject({ position: 1, reference: 'CC/20260528-1' })
  expect(await seen(town, a)).toMatchObject({ position: 2, reference: 'CC/20260528-2' })
  expect(await references(meeting)).toEqual(numbers)
  await onItem(town, secretariat, c, withdraw)
  expect(await seen(town, c)).toMatchObject({ position: null, meeting_id: null, reference: '' })
  expect(await seen(town, a)).toMatchObject({ position: 1, reference: 'CC/20260528-1' })
  const late = await presentTo(meeting, await seen(town, c))
  expect(late).toMatchObject({ position: 3, reference: 'CC/20260528-3', state: 'frozen' })
  expect(await references(meeting)).toEqual(numbers)
})

test('what was reordered while the agenda was open again has its new reference at the next freeze', async () => {
  const { meeting, points } = await givenMeeting(town, {
    day: '2026-04-30',
    items: titled('a', 'b'),
    until: 'frozen',
  })
  await onMeeting(town, secretariat, meeting, unfreeze)
  await onMeeting(town, secretariat, meeting, (found) => moveItem(found, points[1]?.id ?? '', 1))
  await onMeeting(town, secretariat, meeting, freeze)
  expect(await references(meeting)).toEqual(['CC/20260430-1', 'CC/20260430-2'])
  expect(await agenda(meeting)).toEqual(['1 b', '2 a'])
})

test('presented before the freeze a point is normal, after it late; removed, normal again (B03)', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'created' })
  expect(points[0]).toMatchObject({ list_type: 'normal', state: 'presented' })
  await onMeeting(town, secretariat, meeting, freeze)
  const late = await presentTo(meeting, await givenItem(town))
  expect(late).toMatchObject({ list_type: 'late', state: 'frozen' })
  const removed = await onItem(town, secretariat, late, withdraw)
  expect(removed).toMatchObject({ list_type: 'normal', state: 'validated' })
  const next = await givenMeeting(town, { items: [], until: 'created' })
  expect(await presentTo(next.meeting, removed)).toMatchObject({ list_type: 'normal' })
})

test('late points come after the normal ones, and change none of their numbers (A19)', async () => {
  const college = { organ: town.college, until: 'frozen' as const }
  const { meeting } = await givenMeeting(town, {
    ...college,
    items: [{ title: 'first normal' }, { title: 'second normal' }],
  })
  const lateOf = (title: string) => givenItem(town, { title, organ_id: town.college.id })
  const first = await presentTo(meeting, await lateOf('first'))
  await presentTo(meeting, await lateOf('second'))
  expect(await agenda(meeting)).toEqual([
    '1 first normal',
    '2 second normal',
    '3 first (late)',
    '4 second (late)',
  ])
  await onMeeting(town, secretariat, meeting, (found) => moveItem(found, first.id, 4))
  expect(await agenda(meeting)).toEqual([
    '1 first normal',
    '2 second normal',
    '3 second (late)',
    '4 first (late)',
  ])
})

test('in the council the closed session comes last, late points at the end of each part', async () => {
  const { meeting } = await givenMeeting(town, {
    items: [{ title: 'secret', privacy: 'secret' }, { title: 'public' }],
    until: 'frozen',
  })
  expect(await agenda(meeting)).toEqual(['1 public', '2 secret'])
  await presentTo(meeting, await givenItem(town, { title: 'urgent' }))
  await presentTo(meeting, await givenItem(town, { title: 'urgent secret', privacy: 'secret' }))
  expect(await agenda(meeting)).toEqual([
    '1 public',
    '2 urgent (late)',
    '3 secret',
    '4 urgent secret (late)',
  ])
})

test('a point without a category is neither proposed nor presented, and one is told why (B07)', async () => {
  const draft = await givenItem(town, { category_id: null }, 'created')
  const propose = await town.agent.visitor.api('POST', `/deliberations/items/${draft.id}/steps`, {
    verb: 'propose',
  })
  expect(propose.json()).toMatchObject({
    status: 409,
    detail: 'Choisissez d’abord la catégorie du point.',
  })
  const { meeting } = await givenMeeting(town, { until: 'created' })
  const valid = await givenItem(town)
  const stripped = WrittenItem.parse(written(town, { category_id: null }))
  const without = await onItem(town, secretariat, valid, (item) => rewrite(item, stripped))
  expect(await refusal(presentTo(meeting, without))).toMatchObject({
    status: 409,
    key: 'deliberations.item.category_needed',
  })
  expect(await seen(town, valid)).toMatchObject({ state: 'validated', meeting_id: null })
})

test('a point goes to a meeting of its own organ, validated, and to one only', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'created' })
  const other = await givenMeeting(town, { until: 'created' })
  const college = await givenItem(town, { organ_id: town.college.id })
  expect(await refusal(presentTo(meeting, college))).toMatchObject({
    key: 'deliberations.item.other_organ',
  })
  const draft = await givenItem(town, {}, 'endorsed')
  expect((await refusal(presentTo(meeting, draft))).status).toBe(409)
  const [taken] = points
  if (taken) expect((await refusal(presentTo(other.meeting, taken))).status).toBe(409)
  expect(await agenda(meeting)).toHaveLength(1)
})

test('removing a point from the meeting wipes its vote, ballots and number; the others move up (E08)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: titled('b'),
    late: titled('a', 'c'),
  })
  const [b = meeting, a = meeting, c = meeting] = points
  const ballots = await ballotsOf(town, meeting, 'yes')
  for (const { id } of [a, b])
    await secretariat.visitor.api('PUT', `/deliberations/items/${id}/vote`, { ballots })
  const removed = await secretariat.visitor.api('POST', `/deliberations/items/${a.id}/steps`, {
    verb: 'withdraw',
  })
  expect(removed.json()).toMatchObject({
    state: 'validated',
    meeting_id: null,
    position: null,
    list_type: 'normal',
  })
  const left = await town.authority.asSystem(() => votesOn([a.id, b.id]))
  expect([...left.keys()]).toEqual([b.id])
  const again = await presentTo(meeting, await seen(town, a))
  expect((await town.authority.asSystem(() => votesOn([again.id]))).size).toBe(0)
  expect(await agenda(meeting)).toEqual(['1 b', '2 c (late)', '3 a (late)'])
  expect(await seen(town, c)).toMatchObject({ position: 2 })
})

test('a decided point stays on its agenda', async () => {
  const { meeting, points } = await givenMeeting(town)
  const [item = meeting] = points
  await onItem(town, secretariat, item, (found) => decide(found, meeting, 'delay'))
  expect((await refusal(onItem(town, secretariat, item, withdraw))).status).toBe(409)
})

test('points presented at the same moment get numbers of their own', async () => {
  const { meeting } = await givenMeeting(town, { items: [], until: 'created' })
  const fresh = []
  for (let n = 1; n <= 4; n += 1) fresh.push(await givenItem(town))
  const answers = await Promise.all(
    fresh.map(({ id }) =>
      secretariat.visitor.api('POST', `/deliberations/items/${id}/presentation`, {
        meeting_id: meeting.id,
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const positions = answers.map((answer) => answer.json<{ position: number }>().position)
  expect(positions.toSorted()).toEqual([1, 2, 3, 4])
})

test('points removed and moved at the same moment leave an agenda without a gap', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: titled('a', 'b', 'c', 'd', 'e'),
    until: 'frozen',
  })
  const [a = meeting, b = meeting, , , e = meeting] = points
  const path = '/deliberations/items'
  const answers = await Promise.all([
    secretariat.visitor.api('POST', `${path}/${a.id}/steps`, { verb: 'withdraw' }),
    secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/order`, {
      id: e.id,
      position: 1,
    }),
    secretariat.visitor.api('POST', `${path}/${b.id}/steps`, { verb: 'withdraw' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 204, 200])
  expect(await agenda(meeting)).toEqual(['1 e', '2 c', '3 d'])
})

test('only the secretariat presents and removes points', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'frozen' })
  const fresh = await givenItem(town)
  for (const who of [town.agent, town.head, town.dg]) {
    const path = `/deliberations/items/${fresh.id}/presentation`
    const answer = await who.visitor.api('POST', path, { meeting_id: meeting.id })
    expect(answer.status).toBe(403)
  }
  for (const who of [town.agent, town.head, town.dg, town.mayor, town.councillor]) {
    const [item = meeting] = points
    expect((await refusal(onItem(town, who, item, withdraw))).status).toBe(403)
  }
  expect(await agenda(meeting)).toHaveLength(1)
})
