import { beforeAll, expect, test } from 'vitest'
import { toPlainText } from '#kernel/richtext'
import { itemPath, type Item, meetingPath } from '#modules/deliberations'
import {
  givenMeeting,
  givenLatePoint,
  givenPoint,
  givenTown,
  mainWords,
  seatIds,
  seen,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import { editionAt } from '../../deliberations/test/editions.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const api = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)

interface Put {
  id: string
  title: string
  vote: { adopted: boolean } | null
}

/** A point of the council in session, whose four votes are those of its seats in their order. */
async function point(sketch: Sketch = {}) {
  const { meeting, item } = await givenPoint(town, sketch)
  const seats = (await seatIds(town, meeting)).slice(0, 4)
  return { meeting, item, seats }
}

const put = async (item: Item, kind: string, title: string, more: object = {}): Promise<Put> => {
  const answer = await api('POST', `${itemPath(item)}/motions`, { kind, title, ...more })
  const found = answer.status === 201 && answer.items<Put>().find((one) => one.title === title)
  if (!found) throw new Error(answer.text)
  return found
}
const amendment = (item: Item, title = 'Deux ans') =>
  put(item, 'amendment', title, { proposal: `<p>D’approuver pour ${title.toLowerCase()}</p>` })

/** Who is given no choice abstains. */
const ballotsOf = (seats: readonly string[], ...choices: string[]) => ({
  ballots: Object.fromEntries(seats.map((seat, at) => [seat, choices[at] ?? 'abstain'])),
})
const voteOn = (item: Item, motion: Put, seats: readonly string[], ...choices: string[]) =>
  api('PUT', `${itemPath(item)}/motions/${motion.id}/vote`, ballotsOf(seats, ...choices))
const vote = (item: Item, seats: readonly string[], ...choices: string[]) =>
  api('PUT', `${itemPath(item)}/vote`, ballotsOf(seats, ...choices))
const decide = (item: Item, verb: string) => api('POST', `${itemPath(item)}/decision`, { verb })
const textOf = async (item: Item) => toPlainText((await seen(town, item)).decision)

test('the same amendment sent many times at once is put to the vote once; other words are another', async () => {
  const { item, seats } = await point()
  const path = `${itemPath(item)}/motions`
  const same = { kind: 'amendment', title: 'Deux ans', proposal: '<p>Pour deux ans</p>' }
  const all = await Promise.all(Array.from({ length: 5 }, () => api('POST', path, same)))
  expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409])
  expect(all.find(({ status }) => status === 409)?.text).toContain('Deux ans')
  const other = await api('POST', path, { ...same, proposal: '<p>Pour deux ans au plus</p>' })
  expect(other.items<Put>()).toHaveLength(2)
  // Who lost may put the same once more: it is voted anew.
  const [first] = other.items<Put>()
  if (first) await voteOn(item, first, seats, 'no', 'no', 'no', 'no')
  expect((await api('POST', path, same)).items<Put>()).toHaveLength(3)
})

test('an amendment that is adopted changes the decision, which is then accepted as modified', async () => {
  const { item, seats } = await point()
  const amended = await amendment(item)
  expect((await vote(item, seats, 'yes')).json()).toMatchObject({
    status: 409,
    detail: 'À voter d’abord\u00A0: Deux ans.',
  })
  expect((await decide(item, 'accept')).status).toBe(409)
  expect((await voteOn(item, amended, seats, 'yes', 'yes', 'no')).json()).toMatchObject({
    adopted: true,
  })
  expect(await textOf(item)).toBe('D’approuver pour deux ans')
  await vote(item, seats, 'yes', 'yes', 'yes', 'abstain')
  expect((await decide(item, 'accept')).json()).toMatchObject({
    status: 409,
    detail: 'Un amendement a changé ce point\u00A0: il s’accepte modifié.',
  })
  expect((await decide(item, 'accept_modified')).json()).toMatchObject({
    state: 'accepted_modified',
  })
  const page = mainWords(await town.secretariat.visitor.get(itemPath(item)))
  expect(page).toMatch(
    /Amendement « Deux ans »\. Par 2 voix pour, une voix contre et une abstention, l’amendement est adopté\. Vote contre/,
  )
})

test('an amendment that is rejected changes nothing, and one taken back gives the text back', async () => {
  const { item, seats } = await point()
  const rejected = await amendment(item, 'Dix ans')
  await voteOn(item, rejected, seats, 'yes', 'no', 'no')
  expect(await textOf(item)).toBe('D’approuver')
  const adopted = await amendment(item, 'Un an')
  await voteOn(item, adopted, seats, 'yes')
  expect(await textOf(item)).toBe('D’approuver pour un an')
  const back = await api('DELETE', `${itemPath(item)}/motions/${adopted.id}/vote`)
  expect(back.status).toBe(204)
  expect(await textOf(item)).toBe('D’approuver')
  expect((await api('DELETE', `${itemPath(item)}/motions/${rejected.id}`)).status).toBe(409)
  expect((await api('DELETE', `${itemPath(item)}/motions/${adopted.id}`)).status).toBe(204)
})

test('the whole is voted last: nothing is put, voted or taken back before it once it is', async () => {
  const { item, seats } = await point()
  const part = await put(item, 'part', 'Article 3')
  await voteOn(item, part, seats, 'yes')
  await vote(item, seats, 'yes')
  expect((await voteOn(item, part, seats, 'no')).status).toBe(409)
  expect((await api('DELETE', `${itemPath(item)}/motions/${part.id}/vote`)).status).toBe(409)
  const late = await api('POST', `${itemPath(item)}/motions`, { kind: 'part', title: 'Article 4' })
  expect(late.status).toBe(409)
  expect((await api('DELETE', `${itemPath(item)}/vote`)).status).toBe(204)
  expect((await voteOn(item, part, seats, 'no', 'no')).json()).toMatchObject({ adopted: false })
})

test('linked votes: each chooses once, and what most choose of all who express a vote is kept', async () => {
  const { item, seats } = await point()
  const blue = await put(item, 'option', 'Bleu')
  expect((await vote(item, seats, 'yes')).status).toBe(409)
  const red = await put(item, 'option', 'Rouge')
  const choose = (...of: string[]) =>
    api('PUT', `${itemPath(item)}/choice`, ballotsOf(seats, ...of))
  const stranger = crypto.randomUUID()
  expect((await choose(blue.id, stranger)).status).toBe(422)
  const two = (await choose(blue.id, blue.id, red.id, 'no')).items<Put>()
  expect(two.map(({ vote: one }) => one?.adopted)).toEqual([false, false])
  const three = (await choose(blue.id, blue.id, red.id, 'abstain')).items<Put>()
  expect(three.map(({ vote: one }) => one?.adopted)).toEqual([true, false])
  const page = mainWords(await town.secretariat.visitor.get(itemPath(item)))
  expect(page).toContain(
    'Par 2 voix pour « Bleu », une voix pour « Rouge » et une abstention, « Bleu » est retenu.',
  )
  expect((await decide(item, 'accept')).json()).toMatchObject({ state: 'accepted' })
})

test('the first of linked votes is not taken back alone (E06)', async () => {
  const { item, seats } = await point()
  const [blue, red] = [await put(item, 'option', 'Bleu'), await put(item, 'option', 'Rouge')]
  await api('PUT', `${itemPath(item)}/choice`, ballotsOf(seats, blue.id, red.id, 'no'))
  expect((await api('DELETE', `${itemPath(item)}/vote`)).json()).toMatchObject({ status: 409 })
  expect((await api('DELETE', `${itemPath(item)}/choice`)).status).toBe(204)
  expect((await api('GET', `${itemPath(item)}/vote`)).json()).toBeNull()
})

test('a secret choice keeps papers alone, and never more than there are voters', async () => {
  const { item } = await point({ poll_type: 'secret' })
  const more = { secret: true }
  const blue = await put(item, 'option', 'Bleu', more)
  const red = await put(item, 'option', 'Rouge', more)
  const count = (options: object, others: object = {}) =>
    api('PUT', `${itemPath(item)}/secret-choice`, { options, ...others })
  expect((await count({ [blue.id]: 3, [red.id]: 1 }, { blank: 1 })).status).toBe(422)
  const answer = await count({ [blue.id]: 2, [red.id]: 1 }, { blank: 1 })
  expect(answer.items<Put>().map(({ vote: one }) => one?.adopted)).toEqual([true, false])
})

test('a second vote, still empty, is of a kind of its own; on a matter of persons all are secret (E04, L1122-27)', async () => {
  const { item, seats } = await point()
  const apart = await put(item, 'part', 'Article 1', { secret: true })
  expect((await voteOn(item, apart, seats, 'yes')).status).toBe(409)
  const counted = await api('PUT', `${itemPath(item)}/motions/${apart.id}/secret-vote`, { yes: 2 })
  expect(counted.json()).toMatchObject({ secret: true, adopted: true })
  const person = await point({ matter: 'appointment', poll_type: 'secret', privacy: 'secret' })
  const open = await api('POST', `${itemPath(person.item)}/motions`, { kind: 'part', title: 'A' })
  expect(open.json()).toMatchObject({
    errors: { secret: [expect.stringContaining('CDLD L1122-27')] },
  })
})

test('removing a point from its meeting wipes what was put to its vote (E08)', async () => {
  const { meeting, item } = await givenLatePoint(town)
  const seats = (await seatIds(town, meeting)).slice(0, 4)
  const part = await put(item, 'part', 'Article 1')
  await voteOn(item, part, seats, 'yes')
  expect((await api('POST', `${itemPath(item)}/steps`, { verb: 'withdraw' })).status).toBe(200)
  await api('POST', `/deliberations/items/${item.id}/presentation`, { meeting_id: meeting.id })
  expect((await api('GET', `${itemPath(item)}/motions`)).items()).toEqual([])
})

test('applying the votes of item 1 up to item 5 updates 2, and skips 3, 4 and 5, each with its reason (E07)', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [{}, {}, { poll_type: 'secret' }, { poll_type: 'secret' }, { poll_type: 'no_vote' }],
  })
  const [first, second, third, fourth, fifth] = points
  if (!first || !second) throw new Error('No point')
  const seats = (await seatIds(town, meeting)).slice(0, 4)
  await vote(first, seats, 'yes', 'no', 'yes')
  const answer = await api('POST', `${itemPath(first)}/vote/applying`, { up_to: 5 })
  expect(answer.json()).toEqual({
    applied: [second.id],
    left_out: [
      { id: third?.id, why: 'secret' },
      { id: fourth?.id, why: 'secret' },
      { id: fifth?.id, why: 'unvoted' },
    ],
  })
  expect((await api('GET', `${itemPath(second)}/vote`)).json()).toMatchObject({
    ...{ yes: 2, no: 1, abstain: 1 },
  })
  const { text } = await town.secretariat.visitor.get(`${itemPath(first)}/session`)
  expect(text).toContain('/vote/applying')
  await town.secretariat.visitor.post(`${itemPath(first)}/vote/applying`, { up_to: '5' })
  expect(mainWords(await town.secretariat.visitor.get(`${itemPath(first)}/session`))).toContain(
    'Le vote est noté sur aucun autre point. Pas sur les points 2, 3, 4, 5.',
  )
})

test('where somebody left between two points, the vote of one is not applied to the other (E07)', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}] })
  const [first, second] = points
  if (!first || !second) throw new Error('No point')
  const seats = (await seatIds(town, meeting)).slice(0, 4)
  await vote(first, seats, 'yes', 'yes', 'yes')
  const left = { seat_id: seats[1], item_id: second.id, kind: 'leaves', at: '' }
  await api('POST', `${meetingPath(meeting)}/movements`, left)
  const answer = await api('POST', `${itemPath(first)}/vote/applying`, { up_to: 2 })
  expect(answer.json()).toMatchObject({ left_out: [{ id: second.id, why: 'others' }] })
})

test('an explanation of vote stands beside the result, until the meeting is closed', async () => {
  const { item, seats } = await point()
  const note = () => api('PUT', `${itemPath(item)}/vote/remark`, { remark: 'M. Falleur motive.' })
  expect((await note()).status).toBe(409)
  await vote(item, seats, 'yes', 'yes', 'no')
  expect((await note()).status).toBe(204)
  const page = mainWords(await town.secretariat.visitor.get(itemPath(item)))
  expect(page).toContain('M. Falleur motive.')
})

test('the page puts an amendment to the vote, votes on it and takes it back', async () => {
  const { item, seats } = await point()
  const { visitor } = town.secretariat
  const session = `${itemPath(item)}/session`
  const sent = await visitor.post(`${itemPath(item)}/motions`, {
    ...{ kind: 'amendment', title: 'Trois ans', proposed_by: seats[1] ?? '' },
    proposal: '<p>D’approuver pour trois ans</p>',
  })
  expect(sent.status).toBe(303)
  const [motion] = (await api('GET', `${itemPath(item)}/motions`)).items<Put>()
  const path = `${itemPath(item)}/motions/${motion?.id}`
  expect(mainWords(await visitor.get(session))).toContain('1. Trois ans')
  const voted = await visitor.post(`${path}/vote`, {
    edition: await editionAt(town.secretariat, path),
    ...Object.fromEntries(seats.map((seat) => [`ballots.${seat}`, 'yes'])),
  })
  expect(voted.status).toBe(303)
  expect(mainWords(await visitor.get(session))).toContain('l’amendement est adopté')
  expect((await visitor.post(`${path}/vote/removal`)).status).toBe(303)
  expect(await textOf(item)).toBe('D’approuver')
  expect((await visitor.post(`${path}/withdrawal`)).status).toBe(303)
  expect(mainWords(await visitor.get(session))).not.toContain('Trois ans')
})
