import { beforeAll, expect, test } from 'vitest'
import { type Item, itemPath } from '#modules/deliberations'
import {
  givenLatePoint,
  givenPoint,
  givenTown,
  mainWords,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

interface Election {
  candidates: { id: string; name: string }[]
  rounds: { elected: string[]; ballottage: string[] }[]
}

const appointment = { matter: 'appointment', poll_type: 'secret', privacy: 'secret' } as const
const people = [
  { name: 'Jeanne Roselle', born_on: '1971-03-14' },
  { name: 'Luc Ardent', born_on: '1965-01-02' },
  { name: 'Alix Brun', born_on: '' },
]

/** A point of the council that appoints one of three; four vote. */
async function election(posts = 1, given = givenPoint) {
  const { meeting, item } = await given(town, appointment)
  const said = await api('PUT', `${itemPath(item)}/election`, { posts, candidates: people })
  const [jeanne = '', luc = '', alix = ''] = (said.json() as Election).candidates.map(
    ({ id }) => id,
  )
  return { meeting, item, jeanne, luc, alix }
}
const round = (item: Item, papers: number, votes: object, others: object = {}) =>
  api('POST', `${itemPath(item)}/election/rounds`, { papers, votes, ...others })
const decide = (item: Item, verb: string) => api('POST', `${itemPath(item)}/decision`, { verb })

test('the absolute majority of the first round appoints, and the point is accepted (L1122-28)', async () => {
  const { item, jeanne, luc } = await election()
  expect((await decide(item, 'accept')).status).toBe(409)
  const held = await round(item, 3, { [jeanne]: 2, [luc]: 1 }, { blank: 1 })
  expect(held.json()).toMatchObject({ rounds: [{ elected: [jeanne], ballottage: [] }] })
  expect((await api('GET', `${itemPath(item)}/vote`)).json()).toMatchObject({
    ...{ secret: true, adopted: true, article: 'CDLD L1122-28', yes: 3, blank: 1 },
  })
  expect((await decide(item, 'accept')).json()).toMatchObject({ state: 'accepted' })
  const page = mainWords(await town.secretariat.visitor.get(itemPath(item)))
  expect(page).toContain(
    'Premier tour\u00A0: 3 bulletins valables, un blanc\u00A0; majorité absolue\u00A0: 2. Obtiennent\u00A0: Jeanne Roselle 2 voix, Luc Ardent une voix et Alix Brun aucune voix.',
  )
  expect(page).toContain('Au scrutin secret, le choix se porte sur Jeanne Roselle.')
})

test('without a majority a second round is held between two, and the eldest is preferred at a tie (L1122-28)', async () => {
  const { item, jeanne, luc, alix } = await election()
  const first = await round(item, 4, { [jeanne]: 2, [luc]: 2 })
  expect(first.json()).toMatchObject({ rounds: [{ elected: [], ballottage: [luc, jeanne] }] })
  expect((await decide(item, 'accept')).status).toBe(409)
  expect((await round(item, 4, { [alix]: 4 })).status).toBe(422)
  const second = await round(item, 4, { [jeanne]: 2, [luc]: 2 })
  expect(second.json()).toMatchObject({ rounds: [{}, { elected: [luc] }] })
  expect((await round(item, 4, { [luc]: 4 })).status).toBe(409)
  const page = mainWords(await town.secretariat.visitor.get(itemPath(item)))
  expect(page).toContain('À parité de voix, le plus âgé est préféré.')
})

test('papers and votes that cannot be are refused beside their field, and an age that decides is asked for', async () => {
  const { item, jeanne, luc, alix } = await election()
  const wrong = async (...given: Parameters<typeof round>) =>
    Object.keys(((await round(...given)).json() as { errors: object }).errors)
  expect(await wrong(item, 5, { [jeanne]: 5 })).toEqual(['papers'])
  expect(await wrong(item, 2, { [jeanne]: 3 })).toEqual([`votes.${jeanne}`])
  expect(await wrong(item, 4, { [jeanne]: 3, [luc]: 3 })).toEqual(['papers'])
  expect(await wrong(item, 3, { [jeanne]: 1, [luc]: 1, [alix]: 1 })).toEqual(['votes'])
})

test('a point that elects is not voted for or against; a round counted by mistake is taken back', async () => {
  const { item, jeanne } = await election()
  expect((await api('PUT', `${itemPath(item)}/secret-vote`, { yes: 3 })).status).toBe(409)
  await round(item, 4, { [jeanne]: 4 })
  expect((await api('DELETE', `${itemPath(item)}/vote`)).status).toBe(409)
  expect(
    (await api('PUT', `${itemPath(item)}/election`, { posts: 1, candidates: [] })).status,
  ).toBe(409)
  expect((await api('DELETE', `${itemPath(item)}/election/rounds`)).status).toBe(204)
  expect((await api('GET', `${itemPath(item)}/vote`)).json()).toBeNull()
  expect(
    (await api('PUT', `${itemPath(item)}/election`, { posts: 1, candidates: [] })).status,
  ).toBe(200)
  expect((await api('PUT', `${itemPath(item)}/secret-vote`, { yes: 3 })).status).toBe(200)
})

test('nobody is elected where nothing appoints, nor by a college, of which no rule is known', async () => {
  const other = await givenPoint(town)
  const told = { posts: 1, candidates: people }
  expect((await api('PUT', `${itemPath(other.item)}/election`, told)).status).toBe(409)
  const college = await givenPoint(town, appointment, town.college)
  expect((await api('PUT', `${itemPath(college.item)}/election`, told)).status).toBe(409)
})

test('the page says who stands, counts a round and takes it back', async () => {
  const { item } = await givenPoint(town, appointment)
  const { visitor } = town.secretariat
  const session = `${itemPath(item)}/session`
  const sent = await visitor.post(`${itemPath(item)}/candidates`, {
    posts: '1',
    candidates: 'Jeanne Roselle ; 1971-03-14\nLuc Ardent',
  })
  expect(sent.status).toBe(303)
  const page = await visitor.get(session)
  expect(mainWords(page)).toContain('Premier tour')
  const [, first = ''] = /name="votes\.([^"]+)"/.exec(page.text) ?? []
  const [, edition = ''] =
    /action="[^"]*\/round".*?name="edition" value="([^"]+)"/s.exec(page.text) ?? []
  const counted = await visitor.post(`${itemPath(item)}/round`, {
    ...{ edition, papers: '4', blank: '0', invalid: '0', [`votes.${first}`]: '4' },
  })
  expect(counted.status).toBe(303)
  expect(mainWords(await visitor.get(session))).toContain('le choix se porte sur Jeanne Roselle')
  expect((await visitor.post(`${itemPath(item)}/round/removal`)).status).toBe(303)
})

test('a point that leaves its agenda leaves its election there (E08)', async () => {
  const { meeting, item, jeanne } = await election(1, givenLatePoint)
  await round(item, 4, { [jeanne]: 4 })
  expect((await api('POST', `${itemPath(item)}/steps`, { verb: 'withdraw' })).status).toBe(200)
  await api('POST', `/deliberations/items/${item.id}/presentation`, { meeting_id: meeting.id })
  expect((await api('GET', `${itemPath(item)}/election`)).json()).toBeNull()
})

test('days of birth that lack are noted until the end: a tie is decided with the rounds that were held', async () => {
  const { item } = await givenPoint(town, appointment)
  const unborn = people.map(({ name }) => ({ name, born_on: '' }))
  const put = (candidates: object[], posts = 1) =>
    api('PUT', `${itemPath(item)}/election`, { posts, candidates })
  const [jeanne = '', luc = ''] = (await put(unborn))
    .json<Election>()
    .candidates.map(({ id }) => id)
  await round(item, 4, { [jeanne]: 2, [luc]: 2 })
  const tie = await round(item, 4, { [jeanne]: 2, [luc]: 2 })
  expect(tie.status).toBe(422)
  expect((await put([...unborn.slice(1), { name: 'Zoé Marlier', born_on: '' }])).status).toBe(409)
  expect((await put(people, 2)).status).toBe(409)
  const born = await put(people)
  expect(born.json()).toMatchObject({ candidates: [{ id: jeanne }, { id: luc }, {}] })
  // What was known when a round was counted stays.
  expect((await put(people.map((one) => ({ ...one, born_on: '1980-01-01' })))).status).toBe(409)
  const second = await round(item, 4, { [jeanne]: 2, [luc]: 2 })
  expect(second.json()).toMatchObject({ rounds: [{}, { elected: [luc] }] })
})

test('candidates whose names read the same are told apart', async () => {
  const { item } = await givenPoint(town, appointment)
  const candidates = ['Élise Aubry', 'ELISE  AUBRY'].map((name) => ({ name, born_on: '' }))
  const said = await api('PUT', `${itemPath(item)}/election`, { posts: 1, candidates })
  expect(said.json()).toMatchObject({ status: 422, errors: { candidates: [expect.any(String)] } })
})
