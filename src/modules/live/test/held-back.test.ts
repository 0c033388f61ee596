import { beforeAll, expect, test } from 'vitest'
import { itemPath, meetingPath } from '#modules/deliberations'
import { queriesOf } from '#test/harness'
import { givenMeeting, givenTown, type Town } from '../../deliberations/test/council.ts'
import { ballotOf } from '../device.ts'
import { toText } from '../sealing.ts'
import { devicesOf, secret } from './members.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})
const { as, opened, openOn, paperOf, send, cast, count } = devicesOf(() => town)

test('who was given a paper takes part until the box is opened, unless that paper is noted lost', async () => {
  const open = await opened()
  await cast(open, await paperOf(town.councillor, open, open.seats.councillor), 'no')
  const leaves = (kind: string) =>
    as(town.secretariat, 'POST', `${meetingPath(open.meeting)}/movements`, {
      ...{ seat_id: open.seats.councillor, item_id: open.item.id, kind },
    })
  for (const kind of ['leaves', 'withdraws'])
    expect((await leaves(kind)).json()).toMatchObject({
      ...{ status: 422, errors: { seat_id: [expect.stringContaining('bulletin secret')] } },
    })
  const lost = { seat_id: open.seats.councillor }
  expect((await as(town.secretariat, 'POST', `${open.path}/losses`, lost)).status).toBe(204)
  expect((await leaves('leaves')).status).toBe(201)
})

test('a tie in the box is decided once days of birth are noted beside it, with the ballots that were cast', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [secret] })
  const [item] = points
  if (!item) throw new Error('It has a point')
  const put = (born: string[]) =>
    as(town.secretariat, 'PUT', `${itemPath(item)}/election`, {
      posts: 1,
      candidates: ['Ada', 'Bea', 'Clo'].map((name, at) => ({ name, born_on: born[at] ?? '' })),
    })
  const [ada = '', bea = '', clo = ''] = (await put([]))
    .json<{ candidates: { id: string }[] }>()
    .candidates.map(({ id }) => id)
  const open = await openOn(meeting, item)
  await cast(open, await paperOf(town.mayor, open, open.seats.mayor), ada)
  await cast(open, await paperOf(town.councillor, open, open.seats.councillor), bea)
  const hand = { named: { [clo]: 1 }, papers: 1, blank: 1 }
  expect((await count(open, hand)).text).toContain('jours de naissance')
  expect((await put(['1950-01-01', '1960-01-01', '1970-01-01'])).status).toBe(200)
  expect((await count(open, hand)).status).toBe(204)
})

test('whoever brings no paper is held back, a paper that comes too often too; who brings theirs waits for nobody', async () => {
  const open = await opened()
  const mayor = await paperOf(town.mayor, open, open.seats.mayor)
  const { sent } = await ballotOf(open.vote, open.boxKey, mayor, ['yes'])
  const asked = await queriesOf(async () => {
    const without = { ...sent, proof: toText(new Uint8Array(256)) }
    const all = await Promise.all(Array.from({ length: 300 }, () => send(without)))
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([403, 429]))
  })
  expect(asked.filter((one) => one.includes('live.'))).toHaveLength(1)
  const statuses: number[] = []
  for (let at = 0; at < 6; at += 1) statuses.push((await send(sent)).status)
  expect(statuses).toEqual([204, 204, 204, 204, 204, 429])
  expect((await send({ ...sent, vote: open.meeting.id })).status).toBe(409)
})
