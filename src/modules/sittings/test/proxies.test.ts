import { beforeAll, expect, test } from 'vitest'
import { exampleOf, hasShape, legalRules } from '#commons/law'
import { type Item, itemPath, type Meeting, meetingPath } from '#modules/deliberations'
import { givenAuthority, prepared } from '#test/harness'
import {
  foundTown,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  seatIds,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { castVotes, pollOn } from '../../votes/test/verbs.ts'
import { recordAttendance } from '../attendance.ts'
import { proxyLaw } from '../law/proxy.ts'

const givenCompany = prepared(() => foundTown('rca'))
const givenAssociation = prepared(() => foundTown('association'))

let company: Town
let town: Town
beforeAll(async () => {
  company = await givenCompany()
  town = await givenTown()
})

/** A board in session, of four members; the councillor is excused. */
async function board(of: Town, ...items: Sketch[]) {
  const { meeting, points } = await givenMeeting(of, { items })
  await onMeeting(of, of.secretariat, meeting, async (found) =>
    recordAttendance(found, await presences(found, [of.councillor])),
  )
  const [chair = '', away = '', third = '', fourth = ''] = await seatIds(of, meeting)
  return { meeting, points, seats: { chair, away, third, fourth } }
}

const give = (of: Town, meeting: Meeting, given: object) =>
  of.secretariat.visitor.api('POST', `${meetingPath(meeting)}/proxies`, {
    ...{ until_item_id: null, given_on: '2024-01-01', statement: 'lettre' },
    ...given,
  })

const pollOf = (of: Town, meeting: Meeting, item: Item | undefined) =>
  onItem(of, of.secretariat, item ?? { id: '' }, (one) => pollOn(one, meeting))

test('a member votes for another who is not there, by their written order, from one point to another (L1231-5)', async () => {
  const { meeting, points, seats } = await board(company, {}, {}, {})
  const [first, second, third] = points
  const span = { from_item_id: first?.id, until_item_id: second?.id }
  const given = await give(company, meeting, {
    ...{ giver_id: seats.away, holder_id: seats.chair, ...span },
  })
  expect(given.status).toBe(201)
  const poll = await pollOf(company, meeting, first)
  expect(poll.voters.map(({ id }) => id)).toContain(seats.away)
  expect(poll.borne.get(seats.away)?.id).toBe(seats.chair)
  expect((await pollOf(company, meeting, third)).voters.map(({ id }) => id)).not.toContain(
    seats.away,
  )
  const page = await company.secretariat.visitor.get(`${itemPath(first ?? meeting)}/session`)
  expect(mainWords(page)).toContain('procuration à')
  const ballots = Object.fromEntries(poll.voters.map(({ id }) => [id, 'yes' as const]))
  await onItem(company, company.secretariat, first ?? meeting, (one) =>
    castVotes(one, poll, { ...ballots, [seats.away]: 'no' }),
  )
  // By it somebody voted: it stays, and whoever bears it was there.
  const [{ id = '' } = {}] = given.items<{ id: string }>()
  const gone = await company.secretariat.visitor.api(
    'DELETE',
    `${meetingPath(meeting)}/proxies/${id}`,
  )
  expect(gone.json()).toMatchObject({ status: 422 })
  const minutes = await company.secretariat.visitor.get(`${meetingPath(meeting)}/attendance`)
  expect(mainWords(minutes)).toMatch(
    /est représentée par .* \(lettre du lundi 1er janvier 2024\), du point 1 au point 2\./,
  )
})

test('nobody bears two orders, gives two, or is represented while they are there', async () => {
  const { meeting, points, seats } = await board(company, {})
  const from_item_id = points[0]?.id
  const one = { giver_id: seats.away, holder_id: seats.chair, from_item_id }
  expect((await give(company, meeting, one)).status).toBe(201)
  const refused = async (given: object) =>
    (await give(company, meeting, given)).json<{ errors: Record<string, string[]> }>().errors
  expect(await refused({ ...one, giver_id: seats.third })).toEqual({
    '': [expect.stringMatching(/plus de procurations que permis\u00A0: 1 au plus/)],
  })
  expect(await refused({ ...one, holder_id: seats.fourth })).toEqual({
    '': [expect.stringMatching(/a donné deux procurations/)],
  })
  expect(await refused({ ...one, holder_id: seats.away })).toHaveProperty('holder_id')
  expect(await refused({ ...one, given_on: '2026-01-01' })).toHaveProperty('given_on')
  // Who comes votes for themselves.
  const came = await company.secretariat.visitor.api('POST', `${meetingPath(meeting)}/movements`, {
    ...{ seat_id: seats.away, item_id: from_item_id, kind: 'arrives', at: '' },
  })
  expect(came.status).toBe(201)
  expect((await pollOf(company, meeting, points[0])).borne.size).toBe(0)
})

test('in a council, a college and a council of social action nobody votes for another (L1122-27)', async () => {
  for (const organ of [town.council, town.college]) {
    const { meeting, points } = await givenMeeting(town, { organ })
    const [holder_id, giver_id] = await seatIds(town, meeting)
    const refused = await give(town, meeting, { giver_id, holder_id, from_item_id: points[0]?.id })
    expect(refused.json()).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/^Dans cet organe nul ne vote pour un autre \(CDLD L112/),
    })
    const page = await town.secretariat.visitor.get(`${meetingPath(meeting)}/attendance`)
    expect(page.text).not.toContain('/proxies')
  }
})

test('who is represented counts for the quorum where the law of the organ says so, and not elsewhere (art. 9:15)', async () => {
  const quorumOf = async (of: Town) => {
    const { meeting, points, seats } = await board(of, {})
    const [chair = '', , third = ''] = await seatIds(of, meeting)
    await of.secretariat.visitor.api('POST', `${meetingPath(meeting)}/movements`, {
      ...{ seat_id: seats.fourth, item_id: points[0]?.id, kind: 'leaves', at: '' },
    })
    // Two of four are there, and three are needed: the third is represented.
    const span = { from_item_id: points[0]?.id }
    await give(of, meeting, { giver_id: seats.away, holder_id: chair, ...span })
    return pollOf(of, meeting, points[0]).then(
      ({ voters }) =>
        voters
          .map(({ id }) => id)
          .toSorted()
          .join() === [chair, seats.away, third].toSorted().join(),
      () => false,
    )
  }
  expect(await quorumOf(await givenAssociation())).toBe(true)
  expect(await quorumOf(company)).toBe(false)
})

test('each rule of proxies has a worked example, and the count of a quorum agrees with it', async () => {
  const authority = await givenAuthority()
  const rules = await authority.asSystem(legalRules)
  const proxies = rules.filter(({ key }) => key === 'vote.proxy')
  expect(proxies).toHaveLength(proxyLaw.flatMap((act) => act.rules).length)
  for (const rule of proxies) {
    const example = exampleOf(rule)
    if (!example || !('represented' in example) || !hasShape(rule, 'proxy'))
      throw new Error(`${rule.organKind} has no example`)
    const borne = Math.min(example.represented, rule.value.perHolder * example.there)
    expect(example.there + (rule.value.counted ? borne : 0)).toBe(example.gives)
  }
})
