import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { meetingPath } from '#modules/deliberations'
import { prepared, queriesOf } from '#test/harness'
import {
  foundTown,
  givenMeeting,
  mainWords,
  onItem,
  onMeeting,
  presences,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { recordAttendance } from '../../sittings/test/verbs.ts'
import { adoptUnanimously } from '../../votes/test/verbs.ts'

let town: Town
beforeAll(async () => {
  town = await givenTerm()
})

const year = 'from=2024-01-01&to=2024-12-31'

/** A town with three closed councils in 2024: at the second the councillor is excused, at the third they leave before point 2. */
const givenTerm = prepared(async () => {
  const town = await foundTown()
  const api = (path: string, body: object) => town.secretariat.visitor.api('POST', path, body)
  for (const [at, day] of ['2024-02-05', '2024-03-04', '2024-04-01'].entries()) {
    const { meeting, points } = await givenMeeting(town, { day, items: [{}, {}, {}, {}] })
    const [, councillor = ''] = await seatIds(town, meeting)
    if (at === 1)
      await onMeeting(town, town.secretariat, meeting, async (found) =>
        recordAttendance(found, await presences(found, [town.councillor])),
      )
    if (at === 2)
      await api(`${meetingPath(meeting)}/movements`, {
        ...{ seat_id: councillor, item_id: points[1]?.id, kind: 'leaves', at: '' },
      })
    for (const item of points)
      await onItem(town, town.secretariat, item, (one) => adoptUnanimously(one, meeting))
    const closed = await api(`${meetingPath(meeting)}/steps`, { verb: 'close' })
    if (closed.status !== 200) throw new Error(closed.text)
  }
  const fee = {
    ...{ title: 'Conseil communal du 8 janvier 2024', organ_id: town.council.id, amount: 10_000 },
    ...{ from_on: '2024-01-01', chair_amount: 15_000, half_under: 50 },
  }
  for (const more of [{}, { from_on: '2024-04-01', amount: 12_000 }]) {
    const kept = await api('/attendance/fees', { ...fee, ...more })
    if (kept.status !== 201) throw new Error(kept.text)
  }
  return town
})

interface Member {
  person_id: string
  sittings: number
  present: number
  excused: number
  absent: number
  share: number | null
  fees: number | null
}
const membersIn = async (span: string) =>
  (await town.secretariat.visitor.api('GET', `/attendance/members?${span}`)).items<Member>()

test('attendance over a term is by member, with the fee of each day: whole, of the chair, halved (L1122-7)', async () => {
  const members = await membersIn(year)
  const of = (id: string) => members.find(({ person_id }) => person_id === id)
  // 100 € in February, nothing in March, half of 120 € in April: one point of four.
  expect(of(town.councillor.id)).toMatchObject({
    ...{ sittings: 3, present: 2, excused: 1, absent: 0, share: 41.7, fees: 16_000 },
  })
  expect(of(town.mayor.id)).toMatchObject({ sittings: 3, present: 3, share: 100, fees: 45_000 })
  expect(of(town.dg.id)).toBeUndefined()
  expect(await membersIn('from=2024-03-01&to=2024-03-31')).toMatchObject([
    { sittings: 1 },
    { sittings: 1 },
    { sittings: 1 },
    { sittings: 1 },
  ])
  expect(await membersIn('from=2023-01-01&to=2023-12-31')).toEqual([])
})

test('who sits in the college has no fee of the council, where the decision says so', async () => {
  const { visitor } = town.secretariat
  const fee = {
    ...{ title: 'Conseil communal du 26 février 2024', organ_id: town.council.id, amount: 10_000 },
    ...{ from_on: '2024-02-26', not_for_id: town.college.id, half_under: 0 },
  }
  const kept = await visitor.api('POST', '/attendance/fees', fee)
  const { id } = kept.json<{ id: string }>()
  const march = await membersIn('from=2024-03-01&to=2024-03-31')
  expect(march.find(({ person_id }) => person_id === town.mayor.id)).toMatchObject({ fees: 0 })
  const twice = await visitor.api('POST', '/attendance/fees', fee)
  expect(twice.json()).toMatchObject({ status: 422, errors: { from_on: [expect.any(String)] } })
  // Withdrawn, it holds no more: the one before does.
  await visitor.api('POST', `/attendance/fees/${id}/steps`, { verb: 'withdraw' })
  const again = await membersIn('from=2024-03-01&to=2024-03-31')
  expect(again.find(({ person_id }) => person_id === town.mayor.id)).toMatchObject({ fees: 15_000 })
})

test('the page draws the sittings, shows each member, and is taken as CSV, XLSX and ODS', async () => {
  const { visitor } = town.secretariat
  const queries = await queriesOf(async () => {
    const page = await visitor.get(`/attendance/members?${year}`)
    expect(mainWords(page)).toMatch(/Part des points.*41,7\u00A0%.*160\u00A0€/)
    expect(page.text).toContain('class="chart"')
  })
  expect(queries.length).toBeLessThanOrEqual(15)
  const csv = await visitor.get(`/attendance/members?${year}&as=csv`)
  expect(csv.text).toMatch(/Part des points/)
  for (const as of ['xlsx', 'ods'])
    expect((await visitor.get(`/attendance/members?${year}&as=${as}`)).status).toBe(200)
  // What is not understood is refused: other figures than those asked for would be believed.
  for (const asked of ['from=31-02-2024', 'organ=council', 'as=pdf'])
    expect((await visitor.get(`/attendance/members?${asked}`)).status, asked).toBe(422)
  const refused = await visitor.api('GET', '/attendance/members?from=31-02-2024')
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('"from"')
  expect((await visitor.get('/attendance/remunerations?year=last')).status).toBe(422)
  expect((await visitor.get('/attendance/members?organ=&from=&to=')).status).toBe(200)
})

test('decision times are by service, from the writing of a point to its sitting; the yearly report says what it leaves out', async () => {
  const { visitor } = town.secretariat
  const times = async () => (await visitor.api('GET', `/attendance/times?${year}`)).items()
  // What was held before it was written here has no time to tell.
  expect(await times()).toEqual([])
  await town.authority.asSystem(() =>
    db()
      .updateTable('commons.dossier')
      .set({ created_at: Temporal.Instant.from('2024-01-26T12:00:00Z') })
      .where('kind', '=', 'deliberations.item')
      .execute(),
  )
  expect(await times()).toMatchObject([
    { service_id: town.works, service: 'Travaux', decided: 12, median: 38, most: 66 },
  ])
  const drawn = await visitor.get(`/attendance/times?${year}`)
  expect(mainWords(drawn)).toMatch(/Jours, la moitié sous.*Travaux.*38/)
  const report = await visitor.get('/attendance/remunerations?year=2024')
  expect(mainWords(report)).toMatch(/L6421-1.*Ce que ces chiffres ne disent pas.*160\u00A0€/)
  const told = await visitor.api('GET', '/attendance/remunerations?year=2024')
  expect(told.items()).toHaveLength(4)
})

test('figures of a term are for who runs the meetings and who leads the authority alone', async () => {
  for (const path of ['members', 'times', 'remunerations', 'fees']) {
    expect((await town.agent.visitor.get(`/attendance/${path}`)).status, path).toBe(403)
    expect((await town.agent.visitor.api('GET', `/attendance/${path}`)).status, path).toBe(403)
  }
  expect((await town.mayor.visitor.get('/attendance/members')).status).toBe(200)
})
