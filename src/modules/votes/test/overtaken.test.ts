import { beforeAll, expect, test } from 'vitest'
import { beside } from '#test/harness'
import { attendance } from '../../sittings/test/verbs.ts'
import { votesOn } from '../recorded.ts'
import { adoptRemaining, reopen } from '../session.ts'
import {
  givenMeeting,
  givenPoint,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  seatIds,
  type Town,
} from '../../deliberations/test/council.ts'
import { editionAt, editionIn } from '../../deliberations/test/editions.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

const ballots = (seats: readonly string[], ...choices: string[]) =>
  Object.fromEntries(choices.map((choice, at) => [`ballots.${seats[at]}`, choice]))
const tallyOf = async (id: string) =>
  (await town.authority.asSystem(() => votesOn([id]))).get(id)?.tally
const put = (id: string, seats: readonly string[], ...choices: string[]) =>
  secretariat.visitor.api('PUT', `/deliberations/items/${id}/vote`, {
    ballots: Object.fromEntries(choices.map((choice, at) => [seats[at], choice])),
  })

test('a vote recorded in one window is not overwritten from another that did not see it (D2)', async () => {
  const { meeting, item } = await givenPoint(town)
  const seats = await seatIds(town, meeting)
  const path = `/deliberations/items/${item.id}`
  const edition = await editionAt(secretariat, `${path}/session`)
  const post = (sent: Record<string, string>) => secretariat.visitor.post(`${path}/vote`, sent)
  const first = { edition, ...ballots(seats, 'yes', 'no', 'no', 'no') }
  expect((await post(first)).status).toBe(303)

  const unseen = { edition, ...ballots(seats, 'yes', 'yes', 'yes', 'abstain') }
  const refused = await post(unseen)
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain('a enregistré autre chose entre-temps')
  expect(mainWords(refused)).toContain('Vote enregistré\u00A0: 1 pour, 3 contre.')
  expect(refused.text).toMatch(new RegExp(`name="ballots.${seats[3]}" value="abstain" checked`))
  expect(await tallyOf(item.id)).toMatchObject({ yes: 1, no: 3 })

  expect((await post({ ...unseen, edition: editionIn(refused) })).status).toBe(303)
  expect(await tallyOf(item.id)).toMatchObject({ yes: 3, no: 0, abstain: 1 })
  expect(mainWords(await secretariat.visitor.get(path))).toContain(
    '1 pour, 3 contre → 3 pour, 0 contre, 1 abstention',
  )
  expect((await post(ballots(seats, 'yes', 'yes', 'yes', 'yes'))).status).toBe(422)
})

test('attendance noted in one window is not overwritten from another that did not see it (D4)', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const path = `/deliberations/meetings/${meeting.id}/attendance`
  const all = await onMeeting(town, secretariat, meeting, (found) => presences(found))
  const edition = await editionAt(secretariat, path)
  const fields = (seats: object) =>
    Object.fromEntries(Object.entries(seats).map(([id, presence]) => [`seats.${id}`, presence]))
  const [first = ''] = Object.keys(all)
  const theirs = { edition, ...fields({ ...all, [first]: 'excused' }) }
  expect((await secretariat.visitor.post(path, theirs)).status).toBe(303)

  const refused = await secretariat.visitor.post(path, { edition, ...fields(all) })
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain('a enregistré autre chose entre-temps')
  const [now] = await onMeeting(town, secretariat, meeting, attendance)
  expect(now).toMatchObject({ id: first, presence: 'excused' })
  const again = { edition: editionIn(refused), ...fields(all) }
  expect((await secretariat.visitor.post(path, again)).status).toBe(303)
})

test('the API refuses by If-Match what was set meanwhile, and overwrites without (D4)', async () => {
  const { meeting, item } = await givenPoint(town)
  const seats = await seatIds(town, meeting)
  const vote = `/deliberations/items/${item.id}/vote`
  const attended = `/deliberations/meetings/${meeting.id}/attendance`
  const tagOf = async (path: string) =>
    (await secretariat.visitor.api('GET', path)).headers.get('etag') ?? ''
  const tags = { vote: await tagOf(vote), attended: await tagOf(attended) }
  expect((await put(item.id, seats, 'yes', 'no', 'no', 'no')).status).toBe(200)
  expect(await tagOf(vote)).not.toBe(tags.vote)
  expect(await tagOf(attended)).toBe(tags.attended)
  const late = { 'if-match': tags.vote }
  const sent = { ballots: { [seats[0] ?? '']: 'yes' } }
  expect((await secretariat.visitor.api('PUT', vote, sent, late)).status).toBe(409)
  expect((await secretariat.visitor.api('DELETE', vote, undefined, late)).status).toBe(409)
  const all = await onMeeting(town, secretariat, meeting, (found) => presences(found))
  const before = { 'if-match': tags.attended }
  expect((await secretariat.visitor.api('PUT', attended, all, before)).status).toBe(204)
  expect(await tallyOf(item.id)).toMatchObject({ yes: 1, no: 3 })
  expect((await put(item.id, seats, 'yes', 'yes', 'no', 'no')).status).toBe(200)
})

test('nobody is noted away who voted, until the vote is erased (D2)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}, {}] })
  const seats = await seatIds(town, meeting)
  const [one, , three] = points
  for (const point of [one, three]) await put(point?.id ?? '', seats, 'yes', 'no', 'no', 'yes')
  const path = `/deliberations/meetings/${meeting.id}/attendance`
  const away = await onMeeting(town, secretariat, meeting, (found) =>
    presences(found, [town.councillor]),
  )
  const refused = await secretariat.visitor.api('PUT', path, away)
  expect(refused.status).toBe(422)
  expect(JSON.stringify(refused.json())).toContain('A voté sur les points 1, 3')
  const fields = Object.entries(away).map(([id, presence]) => [`seats.${id}`, presence])
  const edition = await editionAt(secretariat, path)
  const page = await secretariat.visitor.post(path, { edition, ...Object.fromEntries(fields) })
  expect(page.status).toBe(422)
  expect(mainWords(page)).toContain('A voté sur les points 1, 3')

  const erase = `/deliberations/items/${one?.id}/vote`
  expect((await secretariat.visitor.post(`${erase}/removal`)).status).toBe(303)
  expect(await tallyOf(one?.id ?? '')).toBeUndefined()
  expect(JSON.stringify((await secretariat.visitor.api('PUT', path, away)).json())).toContain(
    'A voté sur le point 3',
  )
  const other = `/deliberations/items/${three?.id}/vote`
  expect((await secretariat.visitor.api('DELETE', other)).status).toBe(204)
  expect((await secretariat.visitor.api('DELETE', other)).status).toBe(409)
  expect((await secretariat.visitor.api('PUT', path, away)).status).toBe(204)
})

test('fewer members are not noted than papers were counted in a secret vote (D2)', async () => {
  const { meeting, item } = await givenPoint(town, { poll_type: 'secret' })
  const counted = await secretariat.visitor.api(
    'PUT',
    `/deliberations/items/${item.id}/secret-vote`,
    { yes: 3, blank: 1 },
  )
  expect(counted.status).toBe(200)
  const away = await onMeeting(town, secretariat, meeting, (found) =>
    presences(found, [town.councillor]),
  )
  const path = `/deliberations/meetings/${meeting.id}/attendance`
  const refused = await secretariat.visitor.api('PUT', path, away)
  expect(refused.status).toBe(422)
  expect(JSON.stringify(refused.json())).toContain('plus de bulletins sont comptés')
})

test('a meeting is not closed over a decision that is taken back meanwhile (D4)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}] })
  await onMeeting(town, secretariat, meeting, adoptRemaining)
  const { ended } = await onItem(town, secretariat, points[0] ?? meeting, async (item) => {
    await reopen(item, meeting)
    return beside(() =>
      secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, {
        verb: 'close',
      }),
    )
  })
  const refused = await ended
  expect(refused.status).toBe(409)
  expect(refused.json()).toMatchObject({ detail: '1 point n’est pas décidé.' })
})
