import { beforeAll, expect, test } from 'vitest'
import { agendaOf } from '../agenda.ts'
import { freeze } from '../meeting-steps.ts'
import { withdraw } from '../order.ts'
import { givenMeeting, givenTown, onItem, onMeeting, seen, type Town } from './council.ts'

let town: Town
let visitor: Town['agent']['visitor']
beforeAll(async () => {
  town = await givenTown()
  visitor = town.secretariat.visitor
})

type Named = { id: string }
const titled = (letters: string) => [...letters].map((title) => ({ title }))

/** « 1 a », « 2 b », « 2.1 d » */
const agenda = async ({ id }: Named) =>
  (await town.authority.as(town.secretariat, () => agendaOf(id))).map(
    ({ number, title }) => `${number} ${title}`,
  )

/** A meeting, and what moves its points by their letters. */
async function given(letters: string, values: Parameters<typeof givenMeeting>[1] = {}) {
  const { meeting, points } = await givenMeeting(town, { items: titled(letters), ...values })
  const named = (letter: string) => points[letters.indexOf(letter)] ?? meeting
  const path = `/deliberations/meetings/${meeting.id}`
  const to = (letter: string, where: object) =>
    visitor.api('POST', `${path}/order`, { id: named(letter).id, ...where })
  return { meeting, named, path, to }
}

test('A02 moving 4 to 2.1, then 3 to 6.1 which lands on 5.1; where 2 is moved away, 2.1 is 2', async () => {
  const { meeting, to } = await given('abcdefg', { until: 'created' })
  expect((await to('d', { number: '2.1' })).status).toBe(204)
  expect(await agenda(meeting)).toEqual(['1 a', '2 b', '2.1 d', '3 c', '4 e', '5 f', '6 g'])
  await to('c', { number: '6.1' })
  expect(await agenda(meeting)).toEqual(['1 a', '2 b', '2.1 d', '3 e', '4 f', '5 g', '5.1 c'])
  await to('b', { number: '4' })
  expect(await agenda(meeting)).toEqual(['1 a', '2 d', '3 e', '4 b', '5 f', '6 g', '6.1 c'])
})

test('A02 references and the history of the point say 2.1; where 2 is withdrawn, what was below it takes its number', async () => {
  const { meeting, named, to } = await given('abcd', { until: 'created', day: '2026-03-26' })
  await to('d', { number: '2.1' })
  await onMeeting(town, town.secretariat, meeting, freeze)
  expect(await seen(town, named('d'))).toMatchObject({
    ...{ number: '2.1', position: 3, reference: 'CC/20260326-2.1' },
  })
  expect(await seen(town, named('c'))).toMatchObject({ number: '3', reference: 'CC/20260326-3' })
  await onItem(town, town.secretariat, named('b'), withdraw)
  expect(await agenda(meeting)).toEqual(['1 a', '2 d', '3 c'])
  expect(await seen(town, named('d'))).toMatchObject({ reference: 'CC/20260326-2' })
  expect(await seen(town, named('b'))).toMatchObject({ number: null, position: null })
})

test('A01 no number that is not there is given: the point stays where it is, and one is told why', async () => {
  const { meeting, to } = await given('abcdefg', { until: 'created' })
  const before = await agenda(meeting)
  for (const [number, detail] of [
    ['9', 'L’ordre du jour compte moins de points.'],
    ['8.1', 'L’ordre du jour compte moins de points.'],
    ['0', 'Le premier numéro est 1.'],
    ['2.2', 'Les numéros d’un groupe se suivent\u00A0: 2.1, puis 2.2.'],
    ['2.23', 'Les numéros d’un groupe se suivent\u00A0: 2.1, puis 2.2.'],
    ['4.1', 'Un point ne se numérote pas sous lui-même.'],
  ])
    expect((await to('d', { number })).json()).toMatchObject({ status: 409, detail })
  for (const where of [{ number: 'deux' }, { number: '2.1', position: 3 }, {}])
    expect((await to('d', where)).status).toBe(422)
  expect(await agenda(meeting)).toEqual(before)
})

test('A03 the page offers points below another to move among themselves, and any number to type, without scripts', async () => {
  const { meeting, named, path, to } = await given('abcde', { until: 'created' })
  for (const letter of 'de') await to(letter, { number: `2.${letter === 'd' ? 1 : 2}` })
  expect(await agenda(meeting)).toEqual(['1 a', '2 b', '2.1 d', '2.2 e', '3 c'])
  const { text } = await visitor.get(`${path}?move=${named('d').id}`)
  expect(text).toContain('name="number" value="2.1"')
  const offered = [...text.matchAll(/name="number" value="([\d.]+)"/g)].map(([, number]) => number)
  expect(offered).toEqual(['2.1', '2.2'])
  await visitor.post(`${path}/order`, { id: named('d').id, number: '2.2' })
  expect((await visitor.get(path)).text).toContain('Le point porte maintenant le numéro 2.2')
  expect(await agenda(meeting)).toEqual(['1 a', '2 b', '2.1 e', '2.2 d', '3 c'])
  await visitor.post(`${path}/order`, { id: named('d').id, number: '3' })
  expect(await agenda(meeting)).toEqual(['1 a', '2 b', '2.1 e', '3 d', '4 c'])
})

test('a number is printed as it is: on the agenda of members and of the public, in the minutes and wherever a point is named', async () => {
  const { meeting, named, path, to } = await given('abc', { until: 'created' })
  await to('c', { number: '1.1' })
  const lines = await visitor.api('GET', `${path}/agenda`)
  expect(lines.items<{ number: string }>().map(({ number }) => number)).toEqual(['1', '1.1', '2'])
  for (const one of ['agenda', 'public-agenda'])
    expect((await visitor.get(`${path}/preview/${one}`)).text, one).toBeDefined()
  const item = await visitor.api('GET', `/deliberations/items/${named('c').id}`)
  expect(item.json()).toMatchObject({ number: '1.1', position: 2 })
  expect(await agenda(meeting)).toEqual(['1 a', '1.1 c', '2 b'])
})
