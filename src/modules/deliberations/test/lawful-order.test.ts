import { beforeAll, expect, test } from 'vitest'
import { decide } from '#modules/votes'
import { agendaOf } from '../agenda.ts'
import { present, withdraw } from '../order.ts'
import {
  givenItem,
  givenMeeting,
  givenTown,
  onItem,
  onMeeting,
  refusal,
  type Town,
} from './council.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

const agenda = async ({ id }: { id: string }) =>
  (await town.authority.as(secretariat, () => agendaOf(id))).map(
    ({ position, title }) => `${position} ${title}`,
  )
const titled = (...titles: string[]) => titles.map((title) => ({ title }))
const presentTo = (meeting: { id: string }, item: Parameters<typeof present>[0]) =>
  onMeeting(town, secretariat, meeting, (found) => present(item, found))

test('a public point cannot stand behind the closed session, nor what is decided move (L1122-22, D13)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [...titled('first'), { title: 'person', privacy: 'secret' }],
    late: titled('a', 'b', 'c'),
  })
  const [, person = meeting, a = meeting, b = meeting, c = meeting] = points
  const move = async ({ id }: { id: string }, position: number) => {
    const { visitor } = secretariat
    const path = `/deliberations/meetings/${meeting.id}/order`
    return (await visitor.api('POST', path, { id, position })).status
  }
  expect(await move(a, 5)).toBe(409)
  expect(await move(person, 4)).toBe(409)
  expect(await move(b, 2)).toBe(204)
  await onItem(town, secretariat, c, (item) => decide(item, meeting, 'remove'))
  expect(await move(c, 2)).toBe(409)
  expect(await move(b, 4)).toBe(409)
  expect(await refusal(onItem(town, secretariat, b, withdraw))).toMatchObject({
    key: 'deliberations.order.decided_after',
  })
  await onItem(town, secretariat, person, (item) => decide(item, meeting, 'remove'))
  expect(await refusal(presentTo(meeting, await givenItem(town)))).toMatchObject({
    key: 'deliberations.order.decided_behind',
  })
  expect(await agenda(meeting)).toEqual(['1 first', '2 b', '3 a', '4 c', '5 person'])
})

test('a point moves to a number, first and last of its part, without scripts (D13)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [...titled('a', 'b', 'c', 'd'), { title: 'person', privacy: 'secret' }],
    until: 'frozen',
  })
  const offers = async (at: number) => {
    const moved = `/deliberations/meetings/${meeting.id}?move=${points[at]?.id}`
    const [, row = ''] = (await secretariat.visitor.get(moved)).text.split('class="moving"')
    return [...row.matchAll(/name="number"[^>]*value="([\d.]+)"/g)].map(([, to]) => to)
  }
  // To a number, first, one up, one down, last: where it leads somewhere else.
  expect(await offers(1)).toEqual(['2', '1', '3', '4'])
  expect(await offers(3)).toEqual(['4', '1', '3'])
  expect(await offers(4)).toEqual([])
})
