import { beforeAll, expect, test } from 'vitest'
import { today } from '#commons/clock'
import { meetingPath } from '#modules/deliberations'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: string, path: string, body?: object) =>
  town.secretariat.visitor.api(method, path, body)

const seatsOf = async (path: string) =>
  (await api('GET', `${path}/attendance`)).items<{ id: string }>().map(({ id }) => id)

/** Only the president and the secretary are there. */
async function almostNobody(path: string): Promise<void> {
  const seats = await seatsOf(path)
  const there = (at: number) => at === 0 || at === seats.length - 1
  const noted = seats.map((id, at) => [id, there(at) ? 'present' : 'absent'])
  expect((await api('PUT', `${path}/attendance`, Object.fromEntries(noted))).status).toBe(204)
}

const step = (path: string, verb: string) => api('POST', `${path}/steps`, { verb })

/** Plans what repeats a lifted meeting, today at an hour, and convokes to it. */
async function repeat(path: string, hour: string, more: object = {}): Promise<string> {
  const again = await api('POST', `${path}/reconvocation`, {
    ...{ starts_at: `${today().toString()}T${hour}`, place: 'Salle' },
  })
  expect(again.status).toBe(201)
  const next = meetingPath(again.json<{ id: string }>())
  expect((await step(next, 'freeze')).status).toBe(200)
  const bearer = await seatsOf(next)
  const given = { bearer, urgency: 'Budget à voter', ...more }
  expect((await api('POST', `${next}/convocation`, given)).status).toBe(201)
  return next
}

const linesOf = async (path: string) =>
  (await api('GET', `${path}/agenda`)).items<{ id: string; title: string }>()

test('what is called a third time for want of quorum is decided by whoever is there, and nothing else (L1122-17)', async () => {
  const { meeting } = await givenMeeting(town, {
    items: [{ title: 'Budget', poll_type: 'freehand' }],
  })
  const first = meetingPath(meeting)
  expect(
    (await api('POST', `${first}/reconvocation`, { starts_at: `${today().toString()}T18:00` }))
      .status,
  ).toBe(409)
  await almostNobody(first)
  expect((await step(first, 'lift')).status).toBe(200)

  const second = await repeat(first, '20:00')
  expect((await linesOf(second)).map(({ title }) => title)).toEqual(['Budget'])
  expect(
    (await api('POST', `${first}/reconvocation`, { starts_at: `${today().toString()}T19:00` }))
      .status,
  ).toBe(409)
  expect((await api('GET', `${second}/convocation`)).text).toContain('Deuxième convocation')
  expect((await step(second, 'decide')).status).toBe(200)
  await almostNobody(second)
  const [called] = await linesOf(second)
  const vote = async (id: string, at: string) => {
    const [president = ''] = await seatsOf(at)
    return api('PUT', `/deliberations/items/${id}/vote`, { ballots: { [president]: 'yes' } })
  }
  expect((await vote(called?.id ?? '', second)).status).toBe(409)
  expect((await step(second, 'lift')).status).toBe(200)

  const unquoted = api('POST', `${second}/reconvocation`, {
    ...{ starts_at: `${today().toString()}T21:00`, place: 'Salle' },
  })
  const third = meetingPath((await unquoted).json<{ id: string }>())
  await step(third, 'freeze')
  const bearer = await seatsOf(third)
  const given = { bearer, urgency: 'Budget à voter' }
  expect((await api('POST', `${third}/convocation`, given)).status).toBe(422)
  const quote = 'Le conseil ne peut prendre de résolution'
  expect((await api('POST', `${third}/convocation`, { ...given, quote })).status).toBe(201)
  const { acts } = (await api('GET', `${third}/convocation`)).json<{ acts: { body: string }[] }>()
  expect(acts[0]?.body).toContain(quote)

  const late = await givenItem(town, { title: 'Autre chose', poll_type: 'freehand' })
  const onto = { meeting_id: third.split('/').at(-1) }
  expect((await api('POST', `/deliberations/items/${late.id}/presentation`, onto)).status).toBe(200)
  expect((await step(third, 'decide')).status).toBe(200)
  await almostNobody(third)
  const [budget] = await linesOf(third)
  expect((await vote(budget?.id ?? '', third)).status).toBe(200)
  expect((await vote(late.id, third)).status).toBe(409)
  const page = mainWords(await town.secretariat.visitor.get(third))
  expect(page).toContain('Troisième convocation')
  const last = await api('POST', `${third}/reconvocation`, {
    starts_at: `${today().toString()}T22:00`,
  })
  expect(last.status).toBe(409)
})
