import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { givenMeeting, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'
import { givenClient } from '../../restapi/test/client.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const as = (who: TestPerson, method: string, path: string, body?: object) =>
  who.visitor.api(method, path, body)
const act = (method: string, path: string, body?: object) =>
  as(town.secretariat, method, path, body)

const practise = async (said: object) => {
  const practice = { title: 'Conseil', organ_id: town.council.id, ...said }
  expect((await act('POST', '/practices/practices', practice)).status).toBe(201)
}

const word = 'Zanzibar'
const told = {
  ...{ title: 'Motion', motivation: `<p>Vu ${word}</p>`, decision: `<p>De ${word}</p>` },
  ...({ purpose: 'takes_note', poll_type: 'no_vote' } as const),
}

/** A meeting in session with a point that tells, and a template in use that prints it. */
async function sits() {
  const { meeting, points } = await givenMeeting(town, { items: [told] })
  const [item] = points
  if (!item) throw new Error('It has a point')
  const keeper = await town.authority.person({ roles: ['template_keeper'] })
  const written = await as(keeper, 'POST', '/stationery/templates', {
    ...{
      title: 'Notification',
      about: 'deliberations.item',
      body: '<p>{{ decision | blocks }}</p>',
    },
  })
  expect(written.status, written.text).toBe(201)
  const { id: template } = written.json<{ id: string }>()
  await as(keeper, 'POST', `/stationery/templates/${template}/steps`, { verb: 'offer' })
  const papers = `/deliberations/meetings/${meeting.id}/documents`
  const made = async (path: string, asked: object) => {
    const answer = await act('POST', path, asked)
    expect(answer.status, answer.text).toBe(202)
    await town.authority.drain()
    return answer.json<{ id: string }>().id
  }
  return {
    ...{ meeting, item },
    /** The papers that tell what is decided, made now. */
    make: async () => [
      await made(papers, { template: 'minutes' }),
      await made(papers, { template: 'minutes', format: 'docx' }),
      await made(`/stationery/documents/${item.id}`, { template }),
    ],
    step: (verb: string, comment = '') =>
      act('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb, comment }),
  }
}

const taken = async (who: TestPerson, ids: readonly string[]) => {
  const all = await Promise.all(ids.map((id) => who.visitor.get(`/documents/${id}`)))
  return all.map(({ status }) => status)
}

test('C13 no paper tells what is decided and hidden, whenever it was made, but to who writes it; once the meeting is closed all do', async () => {
  const { item, meeting, make, step } = await sits()
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  const before = await make()
  expect(await taken(town.councillor, before)).toEqual([200, 200, 200])
  await practise({ hides: true })
  const after = await make()
  const all = [...before, ...after]
  for (const who of [town.councillor, town.mayor])
    expect(await taken(who, all)).toEqual(all.map(() => 404))
  for (const who of [town.secretariat, town.dg])
    expect(await taken(who, all)).toEqual(all.map(() => 200))
  const listed = await as(town.councillor, 'GET', `/deliberations/meetings/${meeting.id}/documents`)
  expect(listed.items()).toEqual([])
  expect((await step('close')).status).toBe(200)
  expect(await taken(town.councillor, all)).toEqual(all.map(() => 200))
})

test('C13 a draft of minutes says to the mayor that what is decided is being written', async () => {
  const { item, meeting } = await sits()
  await practise({ hides: true })
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  const { id } = (await act('GET', `/deliberations/meetings/${meeting.id}/minutes`)).json<{
    id: string
  }>()
  const read = async (who: TestPerson) =>
    mainWords(await who.visitor.get(`/deliberations/minutes/${id}`))
  expect(await read(town.secretariat)).toContain(word)
  expect(await read(town.mayor)).not.toContain(word)
  expect(await read(town.mayor)).toContain('en cours de rédaction')
})

test('C13 the façade of PloneMeeting tells no hidden decision, whatever is asked to be included', async () => {
  const { item } = await sits()
  await practise({ hides: true })
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  const administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
  const client = await givenClient(town, administrator)
  const uid = item.id.replaceAll('-', '')
  const asked =
    'include_all=true&fullobjects=true&extra_include=deliberation&extra_include=linked_items'
  const answers = [
    await client.get(`/@item?UID=${uid}&${asked}`),
    await client.get(`/@get?UID=${uid}&${asked}`),
    await client.get(`/@search?type=item&config_id=meeting-config-council&${asked}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(word)
  expect(JSON.stringify(answers[0]?.body)).toContain('en cours de rédaction')
})

test('C13 nothing is hidden as a sitting is opened, and what was decided in it is hidden again where it is opened again', async () => {
  const { item, step } = await sits()
  await practise({ hides: true })
  const reads = async () =>
    (await as(town.councillor, 'GET', `/deliberations/items/${item.id}`)).text.includes(word)
  expect(await reads()).toBe(true)
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  expect(await reads()).toBe(false)
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'reopen' })
  expect(await reads()).toBe(true)
  await act('POST', `/deliberations/items/${item.id}/decision`, { verb: 'accept' })
  await step('close')
  expect(await reads()).toBe(true)
  await step('reopen', 'Une coquille')
  expect(await reads()).toBe(false)
})

test('A09 minutes and templates say the number that goes on from the meeting before', async () => {
  await practise({ goes_on: 'year' })
  await givenMeeting(town, { day: '2026-02-05', items: [{}, {}] })
  const { meeting, points } = await givenMeeting(town, { day: '2026-03-05', items: [told] })
  const { id } = (await act('GET', `/deliberations/meetings/${meeting.id}/minutes`)).json<{
    id: string
  }>()
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/minutes/${id}`))
  expect(page).toContain('Numéro continu\u00A0: 3')
  const keeper = await town.authority.person({ roles: ['template_keeper', 'secretariat'] })
  const said = async (about: string, body: string, dossier: string | undefined) => {
    const written = await as(keeper, 'POST', '/stationery/templates', { title: about, about, body })
    expect(written.status, written.text).toBe(201)
    const path = `/stationery/templates/${written.json<{ id: string }>().id}/preview`
    return (await as(keeper, 'POST', path, { dossier })).json<{ html: string }>().html
  }
  expect(await said('deliberations.item', '<p>N° {{ continued }}</p>', points[0]?.id)).toContain(
    'N° 3',
  )
  const list = '<p>{% for one in points %}{{ one.continued }};{% endfor %}</p>'
  expect(await said('deliberations.meeting', list, meeting.id)).toContain('3;')
})
