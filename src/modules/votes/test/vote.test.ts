import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { on } from '#kernel/events'
import { recordAttendance, attendance } from '../../sittings/test/verbs.ts'
import type { Item, Meeting } from '#modules/deliberations'
import { votesOn } from '../recorded.ts'
import {
  ballotsOf,
  givenItem,
  givenMeeting,
  givenPoint,
  givenTown,
  mainWords,
  onMeeting,
  presences,
  seatIds,
  seen,
  type Town,
  written,
} from '../../deliberations/test/council.ts'
import { editionAt } from '../../deliberations/test/editions.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

type Choice = 'yes' | 'no' | 'abstain'

const vote = async (meeting: Meeting, item: Item, ...choices: Choice[]) => {
  const ballots = await ballotsOf(town, meeting, ...choices)
  return secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/vote`, { ballots })
}
const decision = (item: Item, verb: string) =>
  secretariat.visitor.api('POST', `/deliberations/items/${item.id}/decision`, { verb })

test('nobody votes before the sitting is open', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'frozen' })
  for (const item of points)
    expect((await vote(meeting, item, 'yes')).json()).toMatchObject({
      status: 409,
      detail: 'La séance n’est pas ouverte.',
    })
})

test('nobody votes before it is known who is there', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'frozen' })
  const path = `/deliberations/meetings/${meeting.id}/steps`
  expect((await secretariat.visitor.api('POST', path, { verb: 'decide' })).status).toBe(200)
  for (const item of points)
    expect((await vote(meeting, item, 'yes')).json()).toMatchObject({
      status: 409,
      detail: 'Notez d’abord les présences.',
    })
})

test('without a quorum nothing is voted, and the article is named (L1122-17)', async () => {
  const { meeting, item } = await givenPoint(town)
  const seats = await seatIds(town, meeting)
  const two = Object.fromEntries(
    seats.map((id, at) => [id, at < 2 || at === 4 ? ('present' as const) : ('absent' as const)]),
  )
  await onMeeting(town, secretariat, meeting, (found) => recordAttendance(found, two))
  const answer = await vote(meeting, item, 'yes', 'yes')
  expect(answer.json()).toMatchObject({
    status: 409,
    detail: 'Le quorum n’est pas atteint\u00A0: 2 présents, il en faut 3 (CDLD L1122-17).',
  })
  const page = await secretariat.visitor.get(`/deliberations/items/${item.id}/session`)
  expect(mainWords(page)).toContain('CDLD L1122-17')
  expect(page.text).not.toMatch('name="ballots.')
})

test('only members who are there vote', async () => {
  const { meeting, item } = await givenPoint(town)
  await onMeeting(town, secretariat, meeting, async (found) =>
    recordAttendance(found, await presences(found, [town.councillor])),
  )
  const all = await onMeeting(town, secretariat, meeting, attendance)
  const away = all.find(({ person_id }) => person_id === town.councillor.id)?.id ?? ''
  const ballot = (id: string) =>
    secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/vote`, {
      ballots: { [id]: 'yes' },
    })
  expect((await ballot(away)).json()).toMatchObject({
    status: 422,
    errors: { ballots: ['Seuls les membres présents votent.'] },
  })
  expect((await ballot(crypto.randomUUID())).status).toBe(422)
  const other = await seatIds(town, (await givenPoint(town, {}, town.college)).meeting)
  expect((await ballot(other[0] ?? '')).status).toBe(422)
})

test('the secretary of the organ attends and never votes', async () => {
  const { meeting, item } = await givenPoint(town)
  const all = await onMeeting(town, secretariat, meeting, attendance)
  const secretary = all.find(({ part }) => part === 'secretary')
  expect(secretary).toMatchObject({ person_id: town.dg.id, presence: 'present' })
  const answer = await secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/vote`, {
    ballots: { [secretary?.id ?? '']: 'yes' },
  })
  expect(answer.status).toBe(422)
  const page = await secretariat.visitor.get(`/deliberations/items/${item.id}/session`)
  expect(page.text.match(/name="ballots\.[^"]+" value="yes"/g)).toHaveLength(4)
  expect(page.text).not.toContain(`ballots.${secretary?.id}`)
})

test('an absolute majority of the votes expressed adopts; abstentions leave the base (L1122-26)', async () => {
  const { meeting, item } = await givenPoint(town)
  const answer = await vote(meeting, item, 'yes', 'abstain', 'abstain', 'abstain')
  expect(answer.json()).toMatchObject({
    adopted: true,
    yes: 1,
    abstain: 3,
    article: 'CDLD L1122-26',
  })
})

test('a tie rejects in the council (L1122-26) and postpones in the college (L1123-22)', async () => {
  const council = await givenPoint(town)
  const inCouncil = await vote(council.meeting, council.item, 'yes', 'yes', 'no', 'no')
  expect(inCouncil.json()).toMatchObject({
    adopted: false,
    reason: 'tie',
    article: 'CDLD L1122-26',
  })
  const college = await givenPoint(town, {}, town.college)
  const inCollege = await vote(college.meeting, college.item, 'yes', 'no')
  expect(inCollege.json()).toMatchObject({
    adopted: false,
    reason: 'tie_postponed',
    article: 'CDLD L1123-22',
  })
  for (const verb of ['accept', 'refuse'])
    expect((await decision(college.item, verb)).json()).toMatchObject({
      status: 409,
      detail: 'Les voix sont partagées\u00A0: le point est remis à une autre séance.',
    })
  expect((await decision(college.item, 'delay')).json()).toMatchObject({ state: 'delayed' })
})

test('what a vote rejected cannot be accepted, what it adopted cannot be refused', async () => {
  const rejected = await givenPoint(town)
  await vote(rejected.meeting, rejected.item, 'yes', 'no', 'no')
  for (const verb of ['accept', 'accept_modified'])
    expect((await decision(rejected.item, verb)).json()).toMatchObject({
      status: 409,
      detail: 'Le vote rejette la proposition\u00A0: elle ne peut être acceptée.',
    })
  expect((await decision(rejected.item, 'refuse')).json()).toMatchObject({ state: 'refused' })
  const adopted = await givenPoint(town)
  await vote(adopted.meeting, adopted.item, 'yes', 'yes', 'no')
  expect((await decision(adopted.item, 'refuse')).json()).toMatchObject({
    status: 409,
    detail: 'Le vote adopte la proposition\u00A0: elle ne peut être refusée.',
  })
  expect((await decision(adopted.item, 'accept_modified')).json()).toMatchObject({
    state: 'accepted_modified',
  })
})

test('a vote is held anew while its point is not decided; the last one counts', async () => {
  const { meeting, item } = await givenPoint(town)
  await vote(meeting, item, 'no', 'no', 'no', 'no')
  const again = await vote(meeting, item, 'yes', 'yes', 'yes')
  expect(again.json()).toMatchObject({ adopted: true, yes: 3, no: 0 })
  await decision(item, 'accept')
  expect((await vote(meeting, item, 'no')).status).toBe(409)
  expect((await decision(item, 'reopen')).json()).toMatchObject({ state: 'frozen' })
  expect((await seen(town, item)).decided_at).toBeNull()
  expect((await decision(item, 'refuse')).status).toBe(409)
  expect((await vote(meeting, item, 'no', 'no')).json()).toMatchObject({ adopted: false })
  expect((await decision(item, 'refuse')).json()).toMatchObject({ state: 'refused' })
})

test('a vote that was held keeps its kind: no switch to secret, open or none (E04)', async () => {
  const { meeting, item } = await givenPoint(town)
  await vote(meeting, item, 'yes', 'no', 'no')
  const { version } = await seen(town, item)
  for (const poll_type of ['secret', 'no_vote']) {
    const answer = await secretariat.visitor.api('PUT', `/deliberations/items/${item.id}`, {
      ...written(town),
      version,
      poll_type,
    })
    expect(answer.json()).toMatchObject({
      status: 422,
      errors: { poll_type: [expect.any(String)] },
    })
  }
  const text = await secretariat.visitor.api('PUT', `/deliberations/items/${item.id}`, {
    ...written(town, { decision: 'D’approuver l’offre' }),
    version,
  })
  expect(text.status).toBe(200)
})

test('unanimity in one click never takes the place of a vote that was held', async () => {
  const { meeting, item } = await givenPoint(town)
  const unanimity = () => secretariat.visitor.post(`/deliberations/items/${item.id}/unanimity`)
  await vote(meeting, item, 'yes', 'no', 'no')
  expect((await unanimity()).status).toBe(409)
  expect(await seen(town, item)).toMatchObject({ state: 'frozen' })
  const fresh = await givenPoint(town)
  const path = `/deliberations/items/${fresh.item.id}/unanimity`
  expect((await secretariat.visitor.post(path)).status).toBe(303)
  expect(await seen(town, fresh.item)).toMatchObject({ state: 'accepted' })
})

test('unanimity is refused while somebody is ticked against, and says beside whom', async () => {
  const { meeting, item } = await givenPoint(town)
  const [against = '', ...others] = (await seatIds(town, meeting)).slice(0, 3)
  const path = `/deliberations/items/${item.id}/unanimity`
  const sent = (choice: Choice) =>
    secretariat.visitor.post(
      path,
      Object.fromEntries([
        ...others.map((id) => [`ballots.${id}`, 'yes']),
        [`ballots.${against}`, choice],
      ]),
    )
  const refused = await sent('no')
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain('Cette voix n’est pas')
  expect(await seen(town, item)).toMatchObject({ state: 'frozen' })
  expect((await sent('yes')).status).toBe(303)
  expect(await seen(town, item)).toMatchObject({ state: 'accepted' })
})

test('whoever reacts to a vote finds its ballots', async () => {
  const { meeting, item } = await givenPoint(town)
  const found: number[] = []
  on('deliberations.item.vote', async ([event]) => {
    if (event?.subjectId === item.id)
      found.push((await votesOn([item.id])).get(item.id)?.ballots.size ?? 0)
  })
  await vote(meeting, item, 'yes', 'yes', 'no')
  expect(found).toEqual([4])
})

test('the page and the API record the same vote', async () => {
  const api = await givenPoint(town)
  const page = await givenPoint(town)
  await vote(api.meeting, api.item, 'yes', 'yes', 'no', 'abstain')
  const seats = await seatIds(town, page.meeting)
  const choices = ['yes', 'yes', 'no', 'abstain']
  const posted = await secretariat.visitor.post(`/deliberations/items/${page.item.id}/vote`, {
    edition: await editionAt(secretariat, `/deliberations/items/${page.item.id}/session`),
    ...Object.fromEntries(choices.map((choice, at) => [`ballots.${seats[at]}`, choice])),
  })
  expect(posted.status).toBe(303)
  const rows = await town.authority.asSystem(() =>
    db()
      .selectFrom('votes.vote')
      .select(['yes', 'no', 'abstain', 'outcome', 'secret', 'article'])
      .where('item_id', 'in', [api.item.id, page.item.id])
      .execute(),
  )
  expect(rows).toHaveLength(2)
  expect(rows[0]).toEqual(rows[1])
})

test('a point outside a meeting has no result; within, it is generated, and read-only once the meeting is closed (E09)', async () => {
  const waiting = await givenItem(town)
  const resultOf = async ({ id }: { id: string }) =>
    (await secretariat.visitor.api('GET', `/deliberations/items/${id}/vote`)).json()
  expect(await resultOf(waiting)).toBeNull()
  const { meeting, item } = await givenPoint(town)
  await vote(meeting, item, 'yes', 'yes', 'no', 'abstain')
  const page = await secretariat.visitor.get(`/deliberations/items/${item.id}`)
  expect(mainWords(page)).toContain('Par 2 voix pour, une voix contre et une abstention')
  await decision(item, 'accept')
  const closes = { verb: 'close' }
  await secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, closes)
  const before = await resultOf(item)
  for (const refused of [
    await vote(meeting, item, 'yes', 'yes', 'yes', 'yes'),
    await secretariat.visitor.api('DELETE', `/deliberations/items/${item.id}/vote`),
    await decision(item, 'reopen'),
  ])
    expect(refused.status).toBe(409)
  expect(await resultOf(item)).toEqual(before)
})
