import { beforeAll, expect, test } from 'vitest'
import { type Item, itemPath, type Meeting, meetingPath } from '#modules/deliberations'
import { beside, ground, prepared, type TestPerson } from '#test/harness'
import {
  foundTown,
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  refusal,
  seatIds,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { openVoteOf } from '../open-vote.ts'
import { castChoice, closeVote, openVote } from '../poll.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const livePath = (meeting: Meeting) => `${meetingPath(meeting)}/live`

/** A council in session: the mayor, a councillor, and two who have no screen. */
async function council(of: Town, ...sketches: Sketch[]) {
  const items = sketches.length > 0 ? sketches : [{}, { title: 'Second point' }]
  const { meeting, points } = await givenMeeting(of, { items })
  const [mayor = '', councillor = '', third = '', fourth = ''] = await seatIds(of, meeting)
  const [first, second] = points
  if (!first) throw new Error('It has a point')
  return { meeting, first, second: second ?? first, seats: { mayor, councillor, third, fourth } }
}

const as = (who: TestPerson, method: string, path: string, body?: unknown) =>
  who.visitor.api(method, path, body)

const call = (of: Town, meeting: Meeting, item: Item, who = of.secretariat) =>
  as(who, 'POST', `${livePath(meeting)}/point`, { item_id: item.id })

async function opened(of: Town, meeting: Meeting, item: Item, motion_id?: string) {
  const answer = await as(of.secretariat, 'POST', `${livePath(meeting)}/votes`, {
    ...{ item_id: item.id, ...(motion_id && { motion_id }) },
  })
  expect(answer.status, answer.text).toBe(201)
  return `${livePath(meeting)}/votes/${answer.json<{ vote: { id: string } }>().vote.id}`
}

const cast = (who: TestPerson, vote: string, seat_id: string, choice: string) =>
  as(who, 'POST', `${vote}/ballots`, { seat_id, choice })

const aloud = (of: Town, vote: string, seat_id: string, choice: string) =>
  as(of.secretariat, 'POST', `${vote}/aloud`, { seat_id, choice })

const close = (who: TestPerson, vote: string) => as(who, 'POST', `${vote}/closing`)

interface Told {
  adopted: boolean
  yes: number
  no: number
  abstain: number
}

const resultOf = async (of: Town, item: Item) =>
  (await as(of.secretariat, 'GET', `${itemPath(item)}/vote`)).json<Told | null>()

test('the point that is called is on the screens of all; who does not lead the sitting calls none', async () => {
  const { meeting, second } = await council(town)
  const path = livePath(meeting)
  expect(mainWords(await town.councillor.visitor.get(path))).toContain(
    'Aucun point n’est encore appelé',
  )
  expect((await call(town, meeting, second, town.councillor)).status).toBe(403)
  // Who presides leads, though of no secretariat.
  expect((await call(town, meeting, second, town.mayor)).status).toBe(204)
  for (const { visitor } of [town.councillor, town.secretariat, town.dg])
    expect(mainWords(await visitor.get(path))).toContain('2. Second point')
  expect(mainWords(await town.secretariat.visitor.get(`${path}/room`))).toContain('2. Second point')
  expect((await town.authority.visitor().get(path)).status).toBe(303)
})

test('of a point of the closed session the room and whoever may not read it see that it is, and no more (L1122-20)', async () => {
  const { meeting, first } = await council(town, { title: 'Sanction', privacy: 'secret' })
  await call(town, meeting, first)
  const path = livePath(meeting)
  const room = mainWords(await town.secretariat.visitor.get(`${path}/room`))
  expect(room).toContain('Huis clos')
  expect(room).not.toContain('Sanction')
  const accountant = mainWords(await town.accountant.visitor.get(path))
  expect(accountant).toContain('Point 1, qui ne vous est pas destiné')
  expect(accountant).not.toContain('Sanction')
  expect(mainWords(await town.councillor.visitor.get(path))).toContain('Sanction')
  const told = (await as(town.accountant, 'GET', path)).json<{ point: { title: string | null } }>()
  expect(told.point.title).toBeNull()
})

test('members vote on their own screens, change until it is closed, and nobody sees what before', async () => {
  const { meeting, first, seats } = await council(town)
  const vote = await opened(town, meeting, first)
  expect((await cast(town.mayor, vote, seats.mayor, 'no')).status).toBe(204)
  expect((await cast(town.mayor, vote, seats.mayor, 'yes')).status).toBe(204)
  const seen = mainWords(await town.councillor.visitor.get(livePath(meeting)))
  expect(seen).toContain('1 bulletin rendu sur 4')
  expect(seen).toContain('Vous n’avez pas encore voté.')
  expect(mainWords(await town.mayor.visitor.get(livePath(meeting)))).toContain(
    'Vous votez\u00A0: Pour',
  )
  const told = (await as(town.secretariat, 'GET', livePath(meeting))).text
  expect(told).toContain(`"voted":["${seats.mayor}"]`)
  expect(told).not.toContain('"yes"')
  await cast(town.councillor, vote, seats.councillor, 'no')
  // Two have no screen: it is not closed without them.
  const early = await close(town.secretariat, vote)
  expect(early.status).toBe(409)
  expect(early.text).toMatch(/Falleur.*Hautval/)
  expect((await aloud(town, vote, seats.third, 'yes')).status).toBe(204)
  expect((await aloud(town, vote, seats.fourth, 'abstain')).status).toBe(204)
  expect((await aloud(town, vote, seats.mayor, 'no')).status).toBe(409)
  expect((await close(town.secretariat, vote)).status).toBe(204)
  const result = await resultOf(town, first)
  expect(result).toMatchObject({ adopted: true, yes: 2, no: 1, abstain: 1 })
  expect(mainWords(await town.councillor.visitor.get(livePath(meeting)))).toContain(
    'Par 2 voix pour, une voix contre et une abstention',
  )
  const history = mainWords(await town.secretariat.visitor.get(itemPath(first)))
  expect(history).toContain('a ouvert le vote sur les écrans')
  expect(history).toContain('a enregistré le vote')
})

test('a ballot after the closing, of another, or of who stands aside is refused (L1122-19)', async () => {
  const { meeting, first, seats } = await council(town)
  const aside = await as(town.secretariat, 'POST', `${meetingPath(meeting)}/movements`, {
    ...{ seat_id: seats.councillor, item_id: first.id, kind: 'withdraws' },
  })
  expect(aside.status, aside.text).toBeLessThan(300)
  const vote = await opened(town, meeting, first)
  const ofNone = await cast(town.councillor, vote, seats.councillor, 'yes')
  expect(ofNone.status).toBe(409)
  expect(ofNone.text).toContain('ne prend pas part')
  expect((await cast(town.councillor, vote, seats.mayor, 'yes')).status).toBe(403)
  expect((await cast(town.secretariat, vote, seats.mayor, 'yes')).status).toBe(403)
  expect(mainWords(await town.councillor.visitor.get(livePath(meeting)))).toContain(
    'Vous ne prenez pas part à ce vote.',
  )
  await cast(town.mayor, vote, seats.mayor, 'yes')
  for (const seat of [seats.third, seats.fourth]) await aloud(town, vote, seat, 'yes')
  expect((await close(town.mayor, vote)).status).toBe(204)
  const late = await cast(town.mayor, vote, seats.mayor, 'no')
  expect(late.status).toBe(409)
  expect(late.text).toContain('Ce vote est clos')
  expect((await close(town.mayor, vote)).status).toBe(409)
  expect(await resultOf(town, first)).toMatchObject({ yes: 3, no: 0, abstain: 0 })
})

test('while it is open the point is not voted by hand, amended, decided nor adopted with the rest', async () => {
  const { meeting, first, second, seats } = await council(town)
  const vote = await opened(town, meeting, first)
  const hand = { ballots: Object.fromEntries(Object.values(seats).map((one) => [one, 'yes'])) }
  const path = itemPath(first)
  for (const refused of [
    await as(town.secretariat, 'PUT', `${path}/vote`, hand),
    await as(town.secretariat, 'POST', `${path}/motions`, { kind: 'part', title: 'Article 3' }),
    await as(town.secretariat, 'POST', `${path}/decision`, { verb: 'refuse' }),
    await as(town.secretariat, 'POST', `${livePath(meeting)}/votes`, { item_id: second.id }),
  ])
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('ouvert')])
  const rest = await as(town.secretariat, 'POST', `${meetingPath(meeting)}/adoption`)
  expect(rest.status, rest.text).toBe(200)
  expect(await resultOf(town, first)).toBeNull()
  expect((await resultOf(town, second))?.adopted).toBe(true)
  expect((await as(town.secretariat, 'DELETE', vote)).status).toBe(204)
  expect((await as(town.secretariat, 'PUT', `${path}/vote`, hand)).status).toBe(200)
  // What was voted is not voted once more beside it.
  const again = await as(town.secretariat, 'POST', `${livePath(meeting)}/votes`, {
    item_id: first.id,
  })
  expect(again.status).toBe(409)
})

test('an amendment has its vote first; what the law has voted in secret is opened on no screen (L1122-27)', async () => {
  const { meeting, first, second, seats } = await council(
    town,
    {},
    { title: 'Nomination', privacy: 'secret', poll_type: 'secret', matter: 'appointment' },
  )
  const [part] = (
    await as(town.secretariat, 'POST', `${itemPath(first)}/motions`, {
      ...{ kind: 'part', title: 'Article 3' },
    })
  ).items<{ id: string }>()
  const whole = await as(town.secretariat, 'POST', `${livePath(meeting)}/votes`, {
    item_id: first.id,
  })
  expect([whole.status, whole.text]).toEqual([409, expect.stringContaining('Article 3')])
  const vote = await opened(town, meeting, first, part?.id)
  for (const seat of Object.values(seats)) await aloud(town, vote, seat, 'no')
  expect((await close(town.secretariat, vote)).status).toBe(204)
  expect(await resultOf(town, first)).toBeNull()
  const secret = await as(town.secretariat, 'POST', `${livePath(meeting)}/votes`, {
    item_id: second.id,
  })
  expect(secret.status).toBe(409)
  expect(await opened(town, meeting, first)).toContain('/votes/')
})

const givenCompany = prepared(() => foundTown('rca'))

test('who bears an order votes for whom they represent too, and for nobody else (L1231-5)', async () => {
  const company = await givenCompany()
  const { meeting, first, seats } = await council(company)
  const excused = await as(company.secretariat, 'POST', `${meetingPath(meeting)}/grid`, {
    ...{ seat_id: seats.third, from_item_id: first.id, until_item_id: first.id },
    ...{ as: 'away', reason: '' },
  })
  expect(excused.status).toBe(204)
  const proxy = await as(company.secretariat, 'POST', `${meetingPath(meeting)}/proxies`, {
    ...{ giver_id: seats.third, holder_id: seats.councillor, from_item_id: first.id },
    ...{ until_item_id: null, given_on: '2024-01-01', statement: 'lettre' },
  })
  expect(proxy.status, proxy.text).toBe(201)
  const vote = await opened(company, meeting, first)
  expect(mainWords(await company.councillor.visitor.get(livePath(meeting)))).toContain(
    'Bulletin pour M.\u00A0Luc Falleur, par procuration',
  )
  expect((await cast(company.councillor, vote, seats.third, 'no')).status).toBe(204)
  expect((await cast(company.mayor, vote, seats.third, 'no')).status).toBe(403)
})

test('of two who open at once one does; a ballot that meets the closing is in it or refused', async () => {
  const { meeting, first, second, seats } = await council(town)
  const one = (item: Item) => () =>
    town.authority.as(town.secretariat, async () => openVote(meeting, item))
  const { ended } = await onMeeting(town, town.mayor, meeting, async (found) => {
    await openVote(found, first)
    return beside(one(second))
  })
  expect((await refusal(ended)).sentence).toContain('déjà ouvert')
  const open = await town.authority.asSystem(() => openVoteOf(meeting))
  const vote = `${livePath(meeting)}/votes/${open?.id}`
  for (const seat of Object.values(seats)) await aloud(town, vote, seat, 'yes')
  const late = await onMeeting(town, town.secretariat, meeting, async (found) => {
    await closeVote(found, open?.id ?? '')
    return beside(() =>
      town.authority.as(town.mayor, () => castChoice(meeting, open?.id ?? '', seats.mayor, 'no')),
    )
  })
  expect((await refusal(late.ended)).sentence).toContain('Ce vote est clos')
  expect(await resultOf(town, first)).toMatchObject({ yes: 4 })
})

test('the part of a screen that follows holds the result, as the page does', async () => {
  const { meeting, first, seats } = await council(town)
  const vote = await opened(town, meeting, first)
  for (const seat of Object.values(seats)) await aloud(town, vote, seat, 'yes')
  await close(town.secretariat, vote)
  const { app } = await ground()
  const { host } = town.authority
  for (const path of [livePath(meeting), `${livePath(meeting)}/room`]) {
    const headers = { host, cookie: `session=${town.councillor.token}`, 'x-part': 'live' }
    const part = await app.request(`http://${host}${path}`, { headers })
    expect([part.status, await part.text()]).toEqual([200, expect.stringContaining('unanimité')])
  }
})

test('who left before the closing is not counted', async () => {
  const { meeting, first, seats } = await council(town)
  const vote = await opened(town, meeting, first)
  for (const seat of Object.values(seats)) await aloud(town, vote, seat, 'yes')
  await as(town.secretariat, 'POST', `${meetingPath(meeting)}/movements`, {
    ...{ seat_id: seats.fourth, item_id: first.id, kind: 'leaves' },
  })
  expect((await close(town.secretariat, vote)).status).toBe(204)
  expect(await resultOf(town, first)).toMatchObject({ yes: 3 })
})
