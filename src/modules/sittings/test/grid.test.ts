import { beforeAll, expect, test } from 'vitest'
import { addPerson, councillor } from '#commons/directory'
import { addSeat } from '#commons/organs'
import { type Item, type Meeting, meetingPath } from '#modules/deliberations'
import { figure, queriesOf } from '#test/harness'
import {
  foundTown,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { adoptUnanimously } from '../../votes/test/verbs.ts'
import { movementsOf } from '../sitting.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const points = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `Point ${at + 1}` }))

async function council(count: number) {
  const { meeting, points: items } = await givenMeeting(town, { items: points(count) })
  const [, first = '', second = ''] = await seatIds(town, meeting)
  return { meeting, items, first, second }
}

const api = (method: 'GET' | 'POST', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

const noted = (
  meeting: Meeting,
  seat_id: string,
  [from, until]: readonly [Item | undefined, Item | undefined],
  as: string,
) =>
  api('POST', `${meetingPath(meeting)}/grid`, {
    ...{ seat_id, from_item_id: from?.id, until_item_id: until?.id, as, reason: '' },
  })

const rowOf = async (meeting: Meeting, seat: string) => {
  const rows = (await api('GET', `${meetingPath(meeting)}/grid`)).items<{
    seat_id: string
    cells: { as: string }[]
  }>()
  return rows.find(({ seat_id }) => seat_id === seat)?.cells.map(({ as }) => as)
}

const kindsOf = async (meeting: Meeting) =>
  (await onMeeting(town, town.secretariat, meeting, movementsOf)).map(
    ({ kind, position }) => `${kind} ${position}`,
  )

test('« absent from point 3 to 7 » is a departure before 3 and an arrival before 8; presence stays the one source', async () => {
  const { meeting, items, first } = await council(9)
  expect((await noted(meeting, first, [items[2], items[6]], 'away')).status).toBe(204)
  expect(await kindsOf(meeting)).toEqual(['leaves 3', 'arrives 8'])
  const away = Array.from({ length: 5 }, () => 'away')
  expect(await rowOf(meeting, first)).toEqual(['there', 'there', ...away, 'there', 'there'])
  // One point of these was noted wrongly; then the rest.
  expect((await noted(meeting, first, [items[4], items[4]], 'there')).status).toBe(204)
  expect(await kindsOf(meeting)).toEqual(['leaves 3', 'arrives 5', 'leaves 6', 'arrives 8'])
  expect((await noted(meeting, first, [items[0], items[8]], 'there')).status).toBe(204)
  expect(await kindsOf(meeting)).toEqual([])
  const history = await town.secretariat.visitor.get(`${meetingPath(meeting)}/history`)
  expect(mainWords(history)).toMatch(/absence du point 3 au point 7/)
})

test('who does not take part in some points stands aside for each of them (L1122-19)', async () => {
  const { meeting, items, first } = await council(4)
  expect((await noted(meeting, first, [items[1], items[2]], 'aside')).status).toBe(204)
  expect(await rowOf(meeting, first)).toEqual(['there', 'aside', 'aside', 'there'])
  expect((await noted(meeting, first, [items[1], items[1]], 'there')).status).toBe(204)
  expect(await kindsOf(meeting)).toEqual(['withdraws 3'])
  const twice = await noted(meeting, first, [items[0], items[1]], 'away')
  expect(twice.json()).toMatchObject({
    status: 422,
    errors: { from_item_id: [expect.any(String)] },
  })
  const turned = await noted(meeting, first, [items[2], items[1]], 'away')
  expect(turned.json()).toMatchObject({ errors: { until_item_id: [expect.any(String)] } })
})

test('a cell of the grid is a button, without scripts too; who voted is not noted away by it', async () => {
  const { meeting, items, first, second } = await council(2)
  const [item = meeting, other = meeting] = items
  const grid = `${meetingPath(meeting)}/grid`
  const { visitor } = town.secretariat
  const page = await visitor.get(grid)
  expect(page.text).toContain(`value="${first}.${item.id}.away"`)
  expect(mainWords(page)).toMatch(/Présent·e .*Absent·e .*Se retire/)
  const cell = `${first}.${other.id}.away`
  expect((await visitor.post(`${grid}/cells`, { cell })).status).toBe(303)
  expect(await rowOf(meeting, first)).toEqual(['there', 'away'])
  await onItem(town, town.secretariat, item, (one) => adoptUnanimously(one, meeting))
  expect((await noted(meeting, second, [items[0], items[0]], 'away')).status).toBe(422)
  // Others read it, and change nothing.
  const read = await town.agent.visitor.get(grid)
  expect(read.status).toBe(200)
  expect(read.text).not.toContain('name="cell"')
  expect((await town.agent.visitor.post(`${grid}/cells`, { cell })).status).toBe(403)
})

test('the grid of 40 members and 25 points is there in 200 ms', { timeout: 60_000 }, async () => {
  const large = await foundTown()
  await large.authority.asSystem(async () => {
    for (let at = 5; at < 40; at += 1) {
      const personId = await addPerson({
        ...{ civility: 'mrs', firstName: 'Lise', lastName: `Membre ${at}`, roles: [councillor] },
      })
      const validFrom = Temporal.PlainDate.from('2018-12-03')
      const seat = { organId: large.council.id, personId, title: 'Conseillère', validFrom }
      await addSeat({ ...seat, part: 'member' })
    }
  })
  const { meeting } = await givenMeeting(large, { items: points(25) })
  const path = `${meetingPath(meeting)}/grid`
  const { visitor } = large.secretariat
  const { text } = await visitor.get(path)
  expect(text.match(/name="cell"/g)).toHaveLength(40 * 25)
  const taken = []
  for (let round = 0; round < 9; round += 1) {
    const begun = performance.now()
    await visitor.get(path)
    taken.push(performance.now() - begun)
  }
  const median = taken.toSorted((one, other) => one - other)[4] ?? Number.POSITIVE_INFINITY
  expect(figure('The grid of 40 members and 25 points', Math.round(median), 'ms')).toBeLessThan(200)
  const queries = await queriesOf(() => visitor.get(path))
  expect(figure('The same', queries.length, 'queries')).toBeLessThanOrEqual(20)
})
