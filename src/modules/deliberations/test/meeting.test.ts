import { beforeAll, expect, test } from 'vitest'
import { beside } from '#test/harness'
import { timeZone } from '#kernel/i18n'
import { recordAttendance } from '#modules/sittings'
import { adoptRemaining, decide, reopen } from '#modules/votes'
import { close, freeze, openSitting, unfreeze } from '../meeting-steps.ts'
import { planMeeting } from '../planning.ts'
import { moveItem, present, withdraw } from '../order.ts'
import {
  givenItem,
  givenMeeting,
  givenTown,
  onItem,
  onMeeting,
  presences,
  refusal,
  seen,
  type Town,
} from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const step = (who: Town['agent'], { id }: { id: string }, verb: string) =>
  who.visitor.api('POST', `/deliberations/meetings/${id}/steps`, { verb })

test('the meetings of an organ are numbered 1, 2, 3 within their year, as they are frozen (A10)', async () => {
  const numbered = async (day: string, organ = town.council) =>
    (await givenMeeting(town, { day, organ, until: 'frozen' })).meeting
  expect((await numbered('2022-03-31')).number).toBe(1)
  expect((await numbered('2022-02-24')).number).toBe(2)
  expect((await numbered('2022-12-22')).reference).toBe('CC/2022/3')
  expect((await numbered('2022-03-21', town.college)).reference).toBe('COL/2022/1')
  expect((await numbered('2023-01-02')).reference).toBe('CC/2023/1')
})

test('a planned meeting is due on the last day to convoke its organ: seven clear days before, L1122-13 (B3)', async () => {
  const { meeting } = await givenMeeting(town, { day: '2031-06-26', until: 'created' })
  expect(meeting.due_on?.toString()).toBe('2031-06-18')
  // Freezing the agenda convokes nobody (D7).
  const frozen = await onMeeting(town, town.secretariat, meeting, freeze)
  expect(frozen.due_on?.toString()).toBe('2031-06-18')
})

test('two agendas frozen at the same moment get numbers of their own', async () => {
  const one = await givenMeeting(town, { day: '2020-02-13', until: 'created' })
  const two = await givenMeeting(town, { day: '2020-03-12', until: 'created' })
  const answers = await Promise.all(
    [one, two].map(({ meeting }) => step(town.secretariat, meeting, 'freeze')),
  )
  const references = answers.map((answer) => answer.json<{ reference: string }>().reference)
  expect(references.toSorted()).toEqual(['CC/2020/1', 'CC/2020/2'])
})

test('a meeting that two fix at the same moment is fixed once, and the second is told so', async () => {
  const { authority, council, secretariat } = town
  const startsAt = Temporal.Instant.from('2019-03-14T19:00:00Z')
  const sent = { organ_id: council.id, place: '' }
  const hereAt = (at: string) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString()
  const path = '/deliberations/meetings'
  for (const [minutes, send] of [
    [
      0,
      (at: string) =>
        secretariat.visitor.post(path, { ...sent, held: 'on', starts_at: hereAt(at) }),
    ],
    [
      1,
      (at: string) => secretariat.visitor.api('POST', path, { ...sent, held: true, starts_at: at }),
    ],
  ] as const) {
    const at = startsAt.add({ minutes })
    const { ended } = await authority.as(secretariat, async () => {
      await planMeeting({ organId: council.id, startsAt: at, place: '', held: true })
      return beside(() => send(at.toString()))
    })
    const second = await ended
    expect(second.status).toBe(422)
    expect(second.text).toContain('se réunit déjà à ce moment')
  }
})

test('a meeting that is only planned has no number; unfreezing does not free the one it got', async () => {
  const { meeting } = await givenMeeting(town, { day: '2021-05-20', until: 'created' })
  expect(meeting).toMatchObject({ number: null, reference: '' })
  await onMeeting(town, town.secretariat, meeting, freeze)
  await onMeeting(town, town.secretariat, meeting, unfreeze)
  const other = await givenMeeting(town, { day: '2021-06-24', until: 'frozen' })
  expect(other.meeting.number).toBe(2)
  const again = await onMeeting(town, town.secretariat, meeting, freeze)
  expect(again.reference).toBe('CC/2021/1')
})

test('freezing the meeting freezes its points, unfreezing opens them again (C03)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}], until: 'created' })
  const states = () => Promise.all(points.map(async (item) => (await seen(town, item)).state))
  expect(await states()).toEqual(['presented', 'presented'])
  await onMeeting(town, town.secretariat, meeting, freeze)
  expect(await states()).toEqual(['frozen', 'frozen'])
  await onMeeting(town, town.secretariat, meeting, unfreeze)
  expect(await states()).toEqual(['presented', 'presented'])
})

test('an agenda without a point cannot be frozen', async () => {
  const { meeting } = await givenMeeting(town, { items: [], until: 'created' })
  const refused = await refusal(onMeeting(town, town.secretariat, meeting, freeze))
  expect(refused).toMatchObject({ status: 409, key: 'deliberations.meeting.empty' })
})

test('a sitting opens on its day, not before', async () => {
  const tomorrow = Temporal.Now.plainDateISO('Europe/Brussels').add({ days: 1 }).toString()
  const { meeting } = await givenMeeting(town, { day: tomorrow, until: 'frozen' })
  const refused = await refusal(onMeeting(town, town.secretariat, meeting, openSitting))
  expect(refused).toMatchObject({ status: 409, key: 'deliberations.meeting.not_yet' })
})

test('a meeting is not closed while a point is undecided; the message counts them (C05)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}, {}] })
  const [first = meeting] = points
  const answer = await step(town.secretariat, meeting, 'close')
  expect(answer.status).toBe(409)
  expect(answer.json()).toMatchObject({ detail: '3 points ne sont pas décidés.' })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  await onItem(town, town.secretariat, first, (item) => reopen(item, meeting))
  const again = await step(town.secretariat, meeting, 'close')
  expect(again.json()).toMatchObject({ detail: '1 point n’est pas décidé.' })
  const putOff = () =>
    onItem(town, town.secretariat, first, (item) => decide(item, meeting, 'delay'))
  expect(await refusal(putOff())).toMatchObject({ key: 'deliberations.vote.settles' })
  await town.secretariat.visitor.api('DELETE', `/deliberations/items/${first.id}/vote`)
  await putOff()
  const closed = await onMeeting(town, town.secretariat, meeting, close)
  expect(closed).toMatchObject({ state: 'closed', closed_at: null })
})

test('once a meeting is closed, nothing of it changes; its facts are corrected, as far as what was decided allows', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}] })
  const [item = meeting] = points
  const late = await givenItem(town)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  await onMeeting(town, town.secretariat, meeting, close)
  const status = async (deed: Promise<unknown>) => (await refusal(deed)).status
  const { secretariat } = town
  const meetingNow = <T>(verb: Parameters<typeof onMeeting<T>>[3]) =>
    status(onMeeting(town, secretariat, meeting, verb))
  expect(await meetingNow((closed) => moveItem(closed, item.id, 2))).toBe(409)
  expect(await meetingNow((closed) => present(late, closed))).toBe(409)
  const note = (away: Town['agent'][]) =>
    onMeeting(town, secretariat, meeting, async (closed) =>
      recordAttendance(closed, await presences(closed, away)),
    )
  await note([])
  expect(await status(note([town.councillor]))).toBe(422)
  for (const verb of ['freeze', 'unfreeze', 'decide', 'close'])
    expect((await step(secretariat, meeting, verb)).status).toBe(409)
  for (const verb of ['reopen', 'accept', 'refuse']) {
    const path = `/deliberations/items/${item.id}/decision`
    expect((await secretariat.visitor.api('POST', path, { verb })).status).toBe(409)
  }
  expect(await status(onItem(town, secretariat, item, withdraw))).toBe(409)
  expect(await seen(town, item)).toMatchObject({ state: 'accepted', position: 1 })
})

test('only the secretariat leads a meeting', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'created' })
  for (const who of [town.agent, town.head, town.dg, town.mayor, town.councillor]) {
    expect((await step(who, meeting, 'freeze')).status).toBe(403)
    const path = `/deliberations/meetings/${meeting.id}`
    const move = { id: points[0]?.id, position: 1 }
    expect((await who.visitor.api('POST', `${path}/order`, move)).status).toBe(403)
    expect((await who.visitor.api('PUT', `${path}/attendance`, {})).status).toBe(403)
    expect((await who.visitor.api('POST', `${path}/adoption`, {})).status).toBe(403)
    expect((await refusal(onMeeting(town, who, meeting, freeze))).status).toBe(403)
  }
})

test('an organ does not meet twice at the same moment; another organ may', async () => {
  const plan = (organ: Town['council']) => ({
    organ_id: organ.id,
    starts_at: '2025-09-25T20:00',
    place: '',
    held: true,
  })
  const post = (organ: Town['council']) =>
    town.secretariat.visitor.api('POST', '/deliberations/meetings', plan(organ))
  expect((await post(town.council)).status).toBe(201)
  expect((await post(town.college)).status).toBe(201)
  const again = await post(town.council)
  expect(again.status).toBe(422)
  expect(again.json()).toMatchObject({
    errors: { starts_at: ['Conseil communal se réunit déjà à ce moment.'] },
  })
})

test('a meeting is planned for an organ of the authority, at a time that exists', async () => {
  const plan = (sketch: object) =>
    town.secretariat.visitor.api('POST', '/deliberations/meetings', {
      organ_id: town.council.id,
      starts_at: '2029-03-01T20:00',
      ...sketch,
    })
  const foreign = await plan({ organ_id: crypto.randomUUID() })
  expect(foreign.json()).toMatchObject({ status: 422, errors: { organ_id: [expect.any(String)] } })
  const never = await plan({ starts_at: '2029-02-30T20:00' })
  expect(never.json()).toMatchObject({ status: 422, errors: { starts_at: [expect.any(String)] } })
})

test.for([
  ['0026-06-25T20:00', 'L’année 26 étonne'],
  ['1900-06-25T20:00', 'L’année 1900 étonne'],
  ['9999-06-25T20:00', 'L’année 9999 étonne'],
  ['2029-03-25T02:30', 'n’existe pas'],
  ['2029-10-28T02:30', 'vient deux fois'],
] as const)('a meeting is not planned at %s; the form tells why (T5)', async ([starts_at, why]) => {
  const plan = { organ_id: town.council.id, starts_at }
  const { visitor } = town.secretariat
  const form = await visitor.post('/deliberations/meetings', plan)
  expect([form.status, form.text.includes(why), form.text.includes(starts_at)]).toEqual([
    422,
    true,
    true,
  ])
  const api = await visitor.api('POST', '/deliberations/meetings', plan)
  expect(api.json()).toMatchObject({ errors: { starts_at: [expect.stringContaining(why)] } })
})

test('the time of a meeting is that of the authority, summer and winter', async () => {
  const planned = await town.authority.as(town.secretariat, () =>
    planMeeting({
      organId: town.council.id,
      startsAt: Temporal.Instant.from('2025-07-31T23:30:00+02:00'),
      place: '',
      held: true,
    }),
  )
  expect(planned.title).toBe('Conseil communal du jeudi 31 juillet 2025')
  const winter = await town.secretariat.visitor.api('POST', '/deliberations/meetings', {
    organ_id: town.council.id,
    starts_at: '2025-12-18T20:00',
    held: true,
  })
  expect(winter.json()).toMatchObject({ starts_at: '2025-12-18T19:00:00Z' })
})
