import { beforeEach, expect, test } from 'vitest'
import { beside, type TestPerson } from '#test/harness'
import { practiceRecord } from '../practice.ts'
import {
  givenMeeting,
  givenTown,
  mainWords,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

type Named = { id: string }
const act = (method: string, path: string, body?: object, who: TestPerson = town.secretariat) =>
  who.visitor.api(method, path, body)

async function practise(said: object) {
  const written = await act('POST', '/practices/practices', {
    ...{ title: 'Conseil', organ_id: town.council.id },
    ...said,
  })
  expect(written.status, written.text).toBe(201)
  return written.json<{ id: string; version: number }>()
}

const five = (categories: readonly (string | null)[] = []): Sketch[] =>
  Array.from({ length: 5 }, (_, at) => {
    const category_id = categories[at]
    return { title: `Point ${at + 1}`, ...(category_id && { category_id }) }
  })

interface Numbers {
  first: number | null
  points: { number: string; continued: string | null }[]
}
const numbers = async ({ id }: Named) =>
  (await act('GET', `/practices/meetings/${id}/numbers`)).json<Numbers>()
const continued = async (meeting: Named) =>
  (await numbers(meeting)).points.map((one) => one.continued)
const references = async ({ id }: Named) =>
  (await act('GET', `/deliberations/meetings/${id}/agenda`))
    .items<{ reference: string }>()
    .map(({ reference }) => reference)

test('A09 the first number is given when the sitting is opened, after those of the meeting before; a year begins at 1', async () => {
  await practise({ goes_on: 'year' })
  const { meeting: early } = await givenMeeting(town, {
    ...{ day: '2026-01-15', items: five(), until: 'frozen' },
  })
  expect(await numbers(early)).toMatchObject({ first: null })
  const { meeting: one } = await givenMeeting(town, { day: '2026-02-05', items: five() })
  expect(await continued(one)).toEqual(['1', '2', '3', '4', '5'])
  const { meeting: two } = await givenMeeting(town, { day: '2026-03-05', items: five() })
  expect(await numbers(two)).toMatchObject({ first: 6 })
  expect(await continued(two)).toEqual(['6', '7', '8', '9', '10'])
  const { meeting: next } = await givenMeeting(town, { day: '2025-12-18', items: five() })
  expect(await numbers(next)).toMatchObject({ first: 1 })
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/meetings/${two.id}`))
  expect(page).toContain('Numérotation continue')
})

test('A09 a first number that was given before the opening stays; it is given by the secretariat, until the meeting is closed', async () => {
  await practise({ goes_on: 'since', since: '2026-01-01' })
  const { meeting } = await givenMeeting(town, {
    items: five(),
    day: '2026-02-05',
    until: 'frozen',
  })
  const give = (number: number, who?: TestPerson) =>
    act('POST', `/practices/meetings/${meeting.id}/numbers`, { number }, who)
  expect((await give(40, town.agent)).status).toBe(403)
  expect((await give(40)).json()).toMatchObject({ first: 40 })
  await act('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb: 'decide' })
  expect(await numbers(meeting)).toMatchObject({ first: 40 })
  const { meeting: before } = await givenMeeting(town, { day: '2025-11-06', until: 'frozen' })
  const path = `/practices/meetings/${before.id}/numbers`
  expect((await act('POST', path, { number: 3 })).json()).toMatchObject({ status: 409 })
})

test('A09 where only one category counts, only its points have a number and are counted: of five, three', async () => {
  const terms = (await act('GET', '/deliberations/categories')).items<Named>()
  const other = terms.find(({ id }) => id !== town.roads)?.id ?? ''
  await practise({ goes_on: 'year', categories: [town.roads] })
  const mixed = five([null, other, null, other, null])
  const { meeting: one } = await givenMeeting(town, { day: '2026-02-05', items: mixed })
  const given = (await continued(one)).filter((number) => number !== null)
  expect(given).toEqual(['1', '2', '3'])
  const { meeting: two } = await givenMeeting(town, { day: '2026-03-05', items: five() })
  expect(await numbers(two)).toMatchObject({ first: 4 })
})

test('A20 a reference that says the number that goes on has it once the sitting is opened, and follows it', async () => {
  await practise({ goes_on: 'year' })
  const pattern = { pattern: '{organ}/{date}-{number} ({continued})', restarts: 'never' }
  const { visitor } = await town.authority.person({ roles: ['agent', 'administrator'] })
  const put = await visitor.api('PUT', '/numbering/deliberations.item', pattern)
  expect(put.status, put.text).toBe(200)
  const { meeting } = await givenMeeting(town, {
    ...{ day: '2026-02-05', items: five().slice(0, 2), until: 'frozen' },
  })
  expect(await references(meeting)).toEqual(['CC/20260205-1', 'CC/20260205-2'])
  await act('POST', `/practices/meetings/${meeting.id}/numbers`, { number: 12 })
  expect(await references(meeting)).toEqual(['CC/20260205-1 (12)', 'CC/20260205-2 (13)'])
})

test('C12 what contradicts itself is refused: numbers since no day, two practices of one organ', async () => {
  const since = { title: 'x', organ_id: town.college.id, goes_on: 'since' }
  expect((await act('POST', '/practices/practices', since)).json()).toMatchObject({
    ...{ status: 422, errors: { since: [expect.any(String)] } },
  })
  await practise({})
  const again = { title: 'Encore', organ_id: town.council.id }
  expect((await act('POST', '/practices/practices', again)).json()).toMatchObject({
    ...{ status: 422, errors: { organ_id: [expect.any(String)] } },
  })
})

test('of two who say at once how an organ does things, one is told that the other did', async () => {
  const says = () => act('POST', '/practices/practices', { title: 'x', organ_id: town.college.id })
  const { ended } = await town.authority.as(town.secretariat, async () => {
    const given = {
      ...{ title: 'x', organ_id: town.college.id },
      hides: false,
      goes_on: 'no',
    } as const
    await practiceRecord.write({ ...given, since: null, categories: [] })
    return beside(says)
  })
  expect((await ended).status).toBe(422)
})

const neutral = 'Cette décision est en cours de rédaction.'
const secretWords = 'Zanzibar'
const hidden = {
  ...{
    title: 'Motion',
    motivation: `<p>Vu ${secretWords}</p>`,
    decision: `<p>De ${secretWords}</p>`,
  },
  ...({ purpose: 'takes_note', poll_type: 'no_vote' } as const),
}

/** All that somebody reads of a point, wherever it is read. */
async function readBy(who: TestPerson, item: Named, meeting: Named) {
  const { visitor } = who
  const answers = [
    await visitor.get(`/deliberations/items/${item.id}`),
    await visitor.api('GET', `/deliberations/items/${item.id}`),
    await visitor.get('/deliberations/items'),
    await visitor.get('/deliberations/items.csv'),
    await visitor.api('GET', `/deliberations/items/${item.id}/history`),
    await visitor.get(`/deliberations/meetings/${meeting.id}`),
    await visitor.get(`/deliberations/meetings/${meeting.id}/minutes`),
    await visitor.get(`/deliberations/items/${item.id}/session`),
  ]
  return answers.map(({ text }) => text)
}

test('C13 what is decided is hidden while it is written: the secretariat reads it, others a neutral text, all once the meeting is closed', async () => {
  const practice = await practise({ hides: true })
  const { meeting, points } = await givenMeeting(town, { items: [hidden] })
  const [item = meeting] = points
  const councillor = town.councillor
  expect((await readBy(councillor, item, meeting))[1]).toContain(secretWords)
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  const finds = async (who: TestPerson) =>
    (await who.visitor.get(`/search?q=${secretWords}`)).text.includes(item.id)
  for (const who of [councillor, town.agent]) {
    expect(await finds(who)).toBe(false)
    const read = await readBy(who, item, meeting)
    expect(read.findIndex((text) => text.includes(secretWords))).toBe(-1)
    expect(read[0]).toContain(neutral)
    expect(read[1]).toContain(neutral)
  }
  for (const who of [town.secretariat, town.dg])
    expect((await readBy(who, item, meeting))[1]).toContain(secretWords)
  const steps = (verb: string, comment = '') =>
    act('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb, comment })
  expect((await steps('close')).status).toBe(200)
  expect(await finds(councillor)).toBe(true)
  expect((await readBy(councillor, item, meeting))[1]).toContain(secretWords)
  await steps('reopen', 'Une coquille')
  expect((await readBy(councillor, item, meeting))[1]).toContain(neutral)
  await act('POST', `/practices/practices/${practice.id}/steps`, { verb: 'end' })
  expect((await readBy(councillor, item, meeting))[1]).toContain(secretWords)
})

test('C13 what was printed of a hidden decision, before or since, is hidden with it: minutes and extracts', async () => {
  await practise({ hides: true })
  const { meeting, points } = await givenMeeting(town, { items: [hidden] })
  const [item = meeting] = points
  const documents = `/deliberations/meetings/${meeting.id}/documents`
  const print = async () => {
    for (const format of ['pdf', 'docx'])
      expect((await act('POST', documents, { template: 'minutes', format })).status).toBe(202)
    expect((await act('POST', documents, { template: 'agenda' })).status).toBe(202)
    await town.authority.drain()
  }
  const taken = async (who: TestPerson) =>
    (await who.visitor.api('GET', documents)).items<{ id: string }>().map(({ id }) => id)
  await print()
  const [id = ''] = await taken(town.councillor)
  expect(await taken(town.councillor)).toHaveLength(3)
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  await print()
  for (const who of [town.councillor, town.mayor]) expect(await taken(who)).toHaveLength(2)
  for (const who of [town.secretariat, town.dg]) expect(await taken(who)).toHaveLength(6)
  const before = await taken(town.secretariat)
  const files = await Promise.all(
    before.map(
      async (one) => (await town.councillor.visitor.api('GET', `/documents/${one}`)).status,
    ),
  )
  expect(files.toSorted()).toEqual([200, 200, 404, 404, 404, 404])
  expect(before).toContain(id)
  const issued = await act('POST', `/deliberations/meetings/${meeting.id}/extracts`, {
    items: [item.id],
  })
  const [extract] = issued.items<{ id: string }>()
  const read = async (who: TestPerson) =>
    (await who.visitor.get(`/deliberations/extracts/${extract?.id}`)).text
  expect(await read(town.councillor)).toContain(neutral)
  expect(await read(town.councillor)).not.toContain(secretWords)
  expect(await read(town.secretariat)).toContain(secretWords)
  await act('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb: 'close' })
  expect(await read(town.councillor)).toContain(secretWords)
  expect(await taken(town.councillor)).toHaveLength(6)
})

test('C13 of an organ without that practice all is read as soon as it is decided', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [hidden] })
  const [item = meeting] = points
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  expect((await readBy(town.councillor, item, meeting))[1]).toContain(secretWords)
})
