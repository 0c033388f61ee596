import { expect, test } from 'vitest'
import { freeze, unfreeze } from '../meeting-steps.ts'
import { planMeeting } from '../planning.ts'
import { moveItem, present } from '../order.ts'
import { givenItem, givenMeeting, givenTown, onMeeting, seen } from './council.ts'

test('the authority says how meetings and points are numbered; those that have a number keep it', async () => {
  const town = await givenTown()
  const { secretariat, authority } = town
  const { visitor } = await authority.person({ roles: ['administrator'] })
  const day = '2024-05-16'
  const old = await givenMeeting(town, { day, items: [{}, {}], until: 'frozen' })
  const decide = async (series: string, pattern: string) =>
    (await visitor.api('PUT', `/numbering/${series}`, { pattern, restarts: 'year' })).status
  expect(await decide('deliberations.meeting', '{year}/{organ}/{number:3}')).toBe(200)
  expect(await decide('deliberations.item', '{organ}/{number}')).toBe(422)
  expect(await decide('deliberations.item', '{meeting}.{number:2}')).toBe(200)

  const fresh = await givenMeeting(town, { day: '2024-06-20', items: [{}], until: 'frozen' })
  expect(fresh.meeting).toMatchObject({ number: 2, reference: '2024/CC/002' })
  expect(fresh.points[0]?.reference).toBe('2024/CC/002.01')

  const [first = old.meeting, second = old.meeting] = old.points
  await onMeeting(town, secretariat, old.meeting, (found) => moveItem(found, second.id, 1))
  await onMeeting(town, secretariat, old.meeting, unfreeze)
  expect((await onMeeting(town, secretariat, old.meeting, freeze)).reference).toBe('CC/2024/1')
  expect((await seen(town, second)).reference).toBe('CC/20240516-1')
  expect((await seen(town, first)).reference).toBe('CC/20240516-2')
})

test('two meetings of an organ on one day have titles of their own, and their points references (D12)', async () => {
  const town = await givenTown()
  const { secretariat, authority, council } = town
  const { meeting, points } = await givenMeeting(town, { day: '2024-07-04', until: 'frozen' })
  const plan = (at: string) =>
    authority.as(secretariat, () =>
      planMeeting({
        ...{ organId: council.id, startsAt: Temporal.Instant.from(at), place: 'Salle', held: true },
      }),
    )
  const [second, third] = await Promise.all([
    plan('2024-07-04T19:30:00+02:00'),
    plan('2024-07-04T21:00:00+02:00'),
  ])
  expect([second.of_day, third.of_day].toSorted()).toEqual([2, 3])
  expect(new Set([meeting.title, second.title, third.title]).size).toBe(3)
  const point = await givenItem(town)
  await onMeeting(town, secretariat, second, async (found) => {
    await present(point, found)
    return freeze(found)
  })
  const letter = second.of_day === 2 ? 'b' : 'c'
  expect((await seen(town, point)).reference).toBe(`CC/20240704${letter}-1`)
  expect(points[0]?.reference).toBe('CC/20240704-1')
})
