import { beforeAll, expect, test } from 'vitest'
import { type Meeting, meetingPath } from '#modules/deliberations'
import { correctHours } from '../hours.ts'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  refusal,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { recordAttendance } from '../attendance.ts'
import { adoptRemaining, adoptUnanimously } from '../../votes/test/verbs.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

/** A council in session with so many points. */
async function council(count = 1) {
  const items = Array.from({ length: count }, () => ({}))
  const { meeting, points } = await givenMeeting(town, { items })
  const [mayor = '', first = '', second = '', , secretary = ''] = await seatIds(town, meeting)
  return { meeting, points, seats: { mayor, first, second, secretary } }
}

test('who presides and who keeps the minutes is noted, never put in by itself (D11)', async () => {
  const { meeting, seats } = await council()
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const officers = async () => (await api('GET', `${meetingPath(meeting)}/officers`)).json()
  expect(await officers()).toEqual({ presides: seats.mayor, keeps: seats.secretary })
  expect(
    (
      await api('PUT', `${meetingPath(meeting)}/officers`, {
        presides: seats.first,
        keeps: seats.secretary,
      })
    ).status,
  ).toBe(204)
  expect(await officers()).toMatchObject({ presides: seats.first })
})

test('with the secretary excused nobody closes before somebody is said to keep the minutes (D11)', async () => {
  const { meeting, points, seats } = await council()
  await api('PUT', `${meetingPath(meeting)}/officers`, {
    presides: seats.mayor,
    keeps: seats.first,
  })
  await onMeeting(town, town.secretariat, meeting, async (found) =>
    recordAttendance(found, await presences(found, [town.dg])),
  )
  await onItem(town, town.secretariat, points[0] ?? meeting, (item) =>
    adoptUnanimously(item, meeting),
  )
  const closed = await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'close' })
  expect(closed.json()).toMatchObject({ state: 'closed' })
})

test('the hours that the clock noted are corrected, also once the meeting is closed (D10)', async () => {
  const { meeting } = await council()
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'close' })
  const hours = (opened: string, closed: string) =>
    api('PUT', `${meetingPath(meeting)}/hours`, { opened, closed })
  expect((await hours('20:05', '00:40')).status).toBe(204)
  const corrected = await onMeeting(town, town.secretariat, meeting, (found) => found)
  expect([corrected.opened_at, corrected.closed_at].map(String)).toEqual(
    [`${dayBefore(corrected, 0)}T20:05`, `${dayBefore(corrected, 1)}T00:40`].map((local) =>
      Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant().toString(),
    ),
  )
  const page = await town.secretariat.visitor.get(`${meetingPath(meeting)}/history`)
  expect(mainWords(page)).toMatch(
    /a corrigé les heures de la séance.*→ 20\u00A0h\u00A005 – 0\u00A0h\u00A040/,
  )
})

const dayBefore = ({ starts_at }: Meeting, days: number) =>
  starts_at.toZonedDateTimeISO('Europe/Brussels').toPlainDate().add({ days }).toString()

test('an hour that has not come, or of a sitting that is not open, is refused', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const noted = onMeeting(town, town.secretariat, meeting, (found) =>
    correctHours(found, { opened: Temporal.PlainTime.from('20:00'), closed: null }),
  )
  expect(await refusal(noted)).toMatchObject({ status: 409 })
  const open = await council()
  const closed = onMeeting(town, town.secretariat, open.meeting, (found) =>
    correctHours(found, { opened: null, closed: Temporal.PlainTime.from('23:00') }),
  )
  expect(await refusal(closed)).toMatchObject({ status: 409 })
})

test('who has no vote does not preside: the secretary keeps the minutes alone', async () => {
  const { meeting, seats } = await council()
  const { secretary } = seats
  const sent = { presides: secretary, keeps: secretary }
  const noted = await api('PUT', `${meetingPath(meeting)}/officers`, sent)
  expect(noted.json()).toMatchObject({ status: 422, errors: { presides: [expect.any(String)] } })
  const stands = await api('GET', `${meetingPath(meeting)}/officers`)
  expect(stands.json()).toEqual({ presides: seats.mayor, keeps: secretary })
})

test('B11 an hour before the opening or after the closing is of no sitting, whether noted or made so by correcting its hours', async () => {
  const { meeting, points, seats } = await council(2)
  const hours = (opened: string, closed: string | null) =>
    api('PUT', `${meetingPath(meeting)}/hours`, { opened, closed })
  expect((await hours('20:00', null)).status).toBe(204)
  const says = expect.stringContaining('n’est pas de la séance')
  const wrong = { status: 422, errors: { '': expect.arrayContaining([says]) } }
  const noted = (seat_id: string, at: string) =>
    api('POST', `${meetingPath(meeting)}/movements`, {
      ...{ seat_id, kind: 'leaves', item_id: points[1]?.id, at },
    })
  const leaves = (at: string) => noted(seats.first, at)
  const atItsHour = { status: 422, errors: { at: [says] } }
  expect((await leaves('19:40')).json()).toMatchObject(atItsHour)
  expect((await leaves('20:30')).status).toBe(201)
  const publicLeaves = (at: string) =>
    api('POST', `${meetingPath(meeting)}/incidents`, {
      ...{ kind: 'withdrawn', item_id: points[1]?.id, at, ground: 'persons', during: true },
    })
  expect((await publicLeaves('19:40')).json()).toMatchObject(wrong)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect((await api('POST', `${meetingPath(meeting)}/steps`, { verb: 'close' })).status).toBe(200)
  expect((await hours('20:00', '20:15')).json()).toMatchObject(wrong)
  expect((await hours('20:45', '21:15')).json()).toMatchObject(wrong)
  expect((await hours('20:00', '21:15')).status).toBe(204)
  const after = await noted(seats.second, '21:30')
  expect(after.json()).toMatchObject(atItsHour)
})
