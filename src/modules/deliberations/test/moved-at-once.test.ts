import { expect, test } from 'vitest'
import { beside } from '#test/harness'
import { read } from '#commons/dossiers'
import { agendaOf } from '../agenda.ts'
import { meetings } from '../meeting.ts'
import { moveItem } from '../order.ts'
import { givenMeeting, givenTown } from './council.ts'

test('of two secretaries who move one point at once the second waits: it stands where they put it, and each has one number', async () => {
  const town = await givenTown()
  const { meeting, points } = await givenMeeting(town, {
    items: ['a', 'b', 'c', 'd'].map((title) => ({ title })),
    until: 'frozen',
  })
  const [, , , d = meeting] = points
  const { ended } = await town.authority.as(town.secretariat, async () => {
    await moveItem(await read(meetings, meeting.id, { lock: true }), d.id, 1)
    return beside(() =>
      town.secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/order`, {
        ...{ id: d.id, position: 3 },
      }),
    )
  })
  expect((await ended).status).toBe(204)
  const lines = await town.authority.as(town.secretariat, () => agendaOf(meeting.id))
  expect(lines.map(({ position, title }) => `${position} ${title}`)).toEqual([
    ...['1 a', '2 b', '3 d', '4 c'],
  ])
  // Printed numbers follow the order of the agenda.
  const numbers = lines.map(({ reference }) => Number(/-(\d+)$/.exec(reference)?.[1]))
  expect(numbers).toEqual([1, 2, 3, 4])
})
