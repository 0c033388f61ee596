import { expect, test } from 'vitest'
import { itemPath, type Meeting, meetingPath } from '#modules/deliberations'
import type { TestPerson } from '#test/harness'
import { givenMeeting, givenTown, mainWords, seatIds } from '../../deliberations/test/council.ts'

const livePath = (meeting: Meeting) => `${meetingPath(meeting)}/live`
const as = (who: TestPerson, method: string, path: string, body?: unknown) =>
  who.visitor.api(method, path, body)

test('between options each chooses by name on their screen, one of them, none, or nothing', async () => {
  const town = await givenTown()
  const { meeting, points } = await givenMeeting(town, { items: [{}] })
  const [item] = points
  if (!item) throw new Error('It has a point')
  const options: string[] = []
  for (const title of ['Place Verte', 'Rue Haute']) {
    const put = await as(town.secretariat, 'POST', `${itemPath(item)}/motions`, {
      ...{ kind: 'option', title },
    })
    options.push(put.items<{ id: string }>().at(-1)?.id ?? '')
  }
  const [verte = '', haute = ''] = options
  const { mayor, councillor, third, fourth } = Object.fromEntries(
    (await seatIds(town, meeting)).map((id, at) => [
      ['mayor', 'councillor', 'third', 'fourth'][at] ?? '',
      id,
    ]),
  )
  const answer = await as(town.secretariat, 'POST', `${livePath(meeting)}/votes`, {
    item_id: item.id,
  })
  expect(answer.status, answer.text).toBe(201)
  const { vote } = answer.json<{ vote: { id: string } }>()
  const path = `${livePath(meeting)}/votes/${vote.id}`
  const wrong = await as(town.mayor, 'POST', `${path}/ballots`, { seat_id: mayor, choice: 'yes' })
  expect(wrong.status).toBe(422)
  for (const [who, seat_id, choice] of [
    [town.mayor, mayor, verte],
    [town.councillor, councillor, haute],
  ] as const)
    expect((await as(who, 'POST', `${path}/ballots`, { seat_id, choice })).status).toBe(204)
  for (const [seat_id, choice] of [
    [third, verte],
    [fourth, verte],
  ])
    expect((await as(town.secretariat, 'POST', `${path}/aloud`, { seat_id, choice })).status).toBe(
      204,
    )
  expect(mainWords(await town.mayor.visitor.get(livePath(meeting)))).toContain('Place Verte')
  expect((await as(town.secretariat, 'POST', `${path}/closing`)).status).toBe(204)
  const result = await as(town.secretariat, 'GET', `${itemPath(item)}/vote`)
  expect(result.json()).toMatchObject({ adopted: true, yes: 4 })
})
