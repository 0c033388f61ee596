import { expect, test } from 'vitest'
import { history } from '#commons/dossiers'
import { freeze, unfreeze } from '../meeting-steps.ts'
import { planMeeting, rearrange } from '../planning.ts'
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

test('a meeting that is moved to another year takes the next number of that year, and history tells it', async () => {
  const town = await givenTown()
  const { secretariat } = town
  const move = (meeting: { id: string }, day: string) =>
    onMeeting(town, secretariat, meeting, (found) =>
      rearrange(found, {
        startsAt: Temporal.Instant.from(`${day}T19:00:00Z`),
        ...{ place: found.place, reason: 'Salle prise', urgency: '' },
      }),
    )
  await givenMeeting(town, { day: '2024-03-07', items: [{}], until: 'frozen' })
  const { meeting, points } = await givenMeeting(town, {
    ...{ day: '2023-12-21', items: [{}], until: 'frozen' },
  })
  expect(meeting).toMatchObject({ number: 1, reference: 'CC/2023/1' })
  expect(await move(meeting, '2023-12-28')).toMatchObject({ reference: 'CC/2023/1' })
  expect(await move(meeting, '2024-01-11')).toMatchObject({ number: 2, reference: 'CC/2024/2' })
  expect((await seen(town, points[0] ?? meeting)).reference).toBe('CC/20240111-1')
  const lines = await town.authority.asSystem(() => history(meeting.id))
  expect(lines.some(({ data }) => JSON.stringify(data).includes('CC/2023/1 → CC/2024/2'))).toBe(
    true,
  )
  // It is frozen anew under what it is called now; who has no number yet gets none by moving.
  await onMeeting(town, secretariat, meeting, unfreeze)
  expect((await onMeeting(town, secretariat, meeting, freeze)).reference).toBe('CC/2024/2')
  const open = await givenMeeting(town, { day: '2023-11-16', until: 'created' })
  expect(await move(open.meeting, '2024-02-01')).toMatchObject({ number: null })
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
