import { beforeAll, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { givenMeeting, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const act = (method: string, path: string, body?: object, who: TestPerson = town.secretariat) =>
  who.visitor.api(method, path, body)
const setOrder = (methods: object[], who = town.secretariat) =>
  act('POST', `/orders/${town.council.id}`, { methods }, who)
const titles = async ({ id }: { id: string }) =>
  (await act('GET', `/deliberations/meetings/${id}/agenda`))
    .items<{ title: string }>()
    .map(({ title }) => title)

const two = [
  { title: 'Zinnias', decision: '<p>D’acheter des fleurs</p>', to_discuss: true },
  { title: 'Arbres', decision: '<p>De planter des arbres</p>' },
  { title: 'Bancs', decision: '<p>D’acheter des bancs</p>' },
]

test('the methods of an organ order its next points, in their sequence, each turned round at will', async () => {
  expect((await setOrder([{ by: 'on_title' }])).status).toBe(200)
  const { meeting } = await givenMeeting(town, { items: two, until: 'created' })
  expect(await titles(meeting)).toEqual(['Arbres', 'Bancs', 'Zinnias'])
  await setOrder([{ by: 'on_to_discuss' }, { by: 'on_title', reversed: true }])
  const { meeting: next } = await givenMeeting(town, { items: two, until: 'created' })
  expect(await titles(next)).toEqual(['Zinnias', 'Bancs', 'Arbres'])
  await setOrder([{ by: 'on_decision_words' }])
  const { meeting: third } = await givenMeeting(town, { items: two, until: 'created' })
  expect(await titles(third)).toEqual(['Bancs', 'Zinnias', 'Arbres'])
})

test('A18 one that stands at the end stands alone, and none is named twice', async () => {
  const [alone, twice, none] = await Promise.all([
    setOrder([{ by: 'at_the_end' }, { by: 'on_title' }]),
    setOrder([{ by: 'on_title' }, { by: 'on_title' }]),
    setOrder([]),
  ])
  expect([alone?.status, twice?.status, none?.status]).toEqual([422, 422, 422])
  expect((await setOrder([{ by: 'on_title' }], town.agent)).status).toBe(403)
})

test('an order is tried on a real agenda before it holds, and nothing moves but by who says so', async () => {
  await setOrder([{ by: 'at_the_end' }])
  const { meeting } = await givenMeeting(town, { items: two, until: 'created' })
  const before = await titles(meeting)
  const tried = await act('POST', `/orders/meetings/${meeting.id}/preview`, {
    methods: [{ by: 'on_title' }],
  })
  expect(
    tried
      .json<{ lines: { title: string; now: string }[] }>()
      .lines.map(({ title, now }) => [title, now]),
  ).toEqual([
    ['Arbres', '2'],
    ['Bancs', '3'],
    ['Zinnias', '1'],
  ])
  expect(await titles(meeting)).toEqual(before)
  const page = await town.secretariat.visitor.post(`/orders/${town.council.id}/preview`, {
    ...{ meeting: meeting.id, 'methods.0.by': 'on_title', 'methods.0.reversed': '' },
  })
  expect(mainWords(page)).toContain('points changent de place')
  expect(await titles(meeting)).toEqual(before)
  await setOrder([{ by: 'on_title' }])
  expect((await act('POST', `/orders/meetings/${meeting.id}`)).status).toBe(200)
  expect(await titles(meeting)).toEqual(['Arbres', 'Bancs', 'Zinnias'])
})

test('who reads the order of an organ is shown no title of a point that they may not read', async () => {
  await setOrder([{ by: 'on_title' }])
  const hidden = {
    title: 'Licenciement de Zoé Marlet',
    decision: '<p>De rien</p>',
    privacy: 'secret' as const,
  }
  const items = [...two, hidden]
  const { meeting } = await givenMeeting(town, { items, until: 'created' })
  const path = `/orders/${town.council.id}?meeting=${meeting.id}`
  const other = await town.authority.person({ roles: ['data_protection_officer', 'agent'] })
  for (const who of [other, town.councillor]) {
    expect((await who.visitor.get(path)).text).not.toContain('Licenciement')
    const preview = await act(
      'POST',
      `/orders/meetings/${meeting.id}/preview`,
      { methods: [{ by: 'on_title' }] },
      who,
    )
    expect(preview.text).not.toContain('Licenciement')
  }
  expect((await town.secretariat.visitor.get(path)).text).toContain('Licenciement')
})

test('the form of an organ says its methods, and saves them', async () => {
  const path = `/orders/${town.college.id}`
  const form = (await town.secretariat.visitor.get(path)).text
  const edition = /name="edition" value="([^"]*)"/.exec(form)?.[1] ?? ''
  const overtaken = { edition: 'another', 'methods.0.by': 'on_title', 'methods.0.reversed': '' }
  expect((await town.secretariat.visitor.post(path, overtaken)).status).toBe(422)
  const saved = await town.secretariat.visitor.post(path, {
    edition,
    ...{ 'methods.0.by': 'on_privacy', 'methods.0.reversed': 'on', 'methods.1.by': 'on_author' },
  })
  expect(saved.status).toBe(303)
  expect((await act('GET', path)).json()).toEqual({
    methods: [
      { by: 'on_privacy', reversed: true },
      { by: 'on_author', reversed: false },
    ],
  })
  expect(mainWords(await town.secretariat.visitor.get('/orders'))).toContain(
    'à l’envers, par auteur',
  )
})
