import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { givenMeeting, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

interface Answer {
  id: string
  state: string
  title: string
  version: number
}

const said = (more: object = {}) => ({
  title: 'Engagement temporaire',
  folder: 'Personnel / Engagements',
  service_id: town.works,
  organ_id: town.council.id,
  category_id: town.roads,
  motivation: '<p>Vu la vacance</p>',
  decision: '<p>D’engager</p>',
  ...more,
})

async function template(more: object = {}, by: TestPerson = town.secretariat): Promise<Answer> {
  const written = await by.visitor.api('POST', '/templates/points', said(more))
  expect(written.status, written.text).toBe(201)
  return written.json<Answer>()
}

const begin = (from: Answer, more: object = {}, by = town.agent) =>
  by.visitor.api('POST', `/templates/points/${from.id}/begin`, {
    ...{ title: 'Engagement d’un ouvrier', organ_id: town.council.id, service_id: town.works },
    ...more,
  })

/** A meeting of the council to come, planned by the secretariat. */
async function planned(day = '2027-03-04'): Promise<string> {
  const written = await town.secretariat.visitor.api('POST', '/deliberations/meetings', {
    ...{ organ_id: town.council.id, starts_at: `${day}T20:00`, place: 'Maison communale' },
  })
  expect(written.status, written.text).toBe(201)
  return written.json<Answer>().id
}

interface Recurring {
  template_id: string
  item_id: string | null
  state: string
  why: string
}
const recurringOf = async (meeting: string) =>
  (await town.secretariat.visitor.api('GET', `/templates/meetings/${meeting}`)).items<Recurring>()
const agendaOf = async (meeting: string) =>
  mainWords(await town.secretariat.visitor.get(`/deliberations/meetings/${meeting}`))
const step = (meeting: string, verb: string) =>
  town.secretariat.visitor.api('POST', `/deliberations/meetings/${meeting}/steps`, { verb })

test('a point begun from a template has its words, its annexes and its advices; what becomes of the template does not reach it', async () => {
  const kind = await town.authority.person({ roles: ['administrator'] }).then(({ visitor }) =>
    visitor.api('POST', '/advices/types', {
      title: 'Avis du service Finances',
      about: 'deliberations.item',
      giver: `service:${town.finance}`,
      nature: 'optional',
      offers: ['positive', 'negative'],
    }),
  )
  expect(kind.status, kind.text).toBe(201)
  const from = await template({ advices: [kind.json<Answer>().id] })
  const page = `/templates/points/${from.id}`
  await town.secretariat.visitor.post(`${page}/annexes`, {
    files: [new File(['Contrat'], 'contrat.txt')],
  })
  const begun = await begin(from)
  expect(begun.status, begun.text).toBe(201)
  const { item, advices } = begun.json<{
    item: Answer & { motivation: string; category_id: string }
    advices: { title: string; why: string | null }[]
  }>()
  expect(item).toMatchObject({ state: 'created', title: 'Engagement d’un ouvrier' })
  expect(item.motivation).toContain('Vu la vacance')
  expect(item.category_id).toBe(town.roads)
  expect(advices.map(({ title, why }) => [title, why])).toEqual([
    ['Avis du service Finances', null],
  ])
  const before = mainWords(await town.agent.visitor.get(`/deliberations/items/${item.id}`))
  expect(before).toContain('contrat')
  expect(before).toContain('Avis du service Finances')
  expect(before).toContain('Engagement temporaire')

  const changed = await town.head.visitor.api('PUT', page, {
    ...said({ motivation: '<p>Autre chose</p>' }),
    version: (await town.head.visitor.api('GET', page)).json<Answer>().version,
  })
  expect(changed.status, changed.text).toBe(200)
  const after = mainWords(await town.agent.visitor.get(`/deliberations/items/${item.id}`))
  expect(after).toContain('Vu la vacance')
  expect(after).not.toContain('Autre chose')
})

test('a head keeps the templates of their service, the secretariat those of all and those that recur', async () => {
  const by = (who: TestPerson, more: object) =>
    who.visitor.api('POST', '/templates/points', said(more)).then(({ status }) => status)
  expect(await by(town.agent, {})).toBe(403)
  expect(await by(town.head, {})).toBe(201)
  expect(await by(town.head, { service_id: town.finance })).toBe(403)
  expect(await by(town.head, { service_id: null })).toBe(403)
  expect(await by(town.head, { recurs: 'creation' })).toBe(403)
  expect(await by(town.secretariat, { service_id: null })).toBe(201)
  expect(await by(town.secretariat, { service_id: null, recurs: 'creation' })).toBe(422)
  const general = await template({ service_id: null })
  const page = `/templates/points/${general.id}`
  const edited = await town.head.visitor.api('PUT', page, {
    ...said({ service_id: town.works }),
    version: general.version,
  })
  expect(edited.status).toBe(403)
})

test('templates stand as a tree of services and folders; one that ended begins no point', async () => {
  const mine = await template()
  await template({ title: 'Contrôle médical', service_id: null, folder: '' })
  const tree = mainWords(await town.agent.visitor.get('/templates'))
  const order = ['Tous les services', 'Contrôle médical', 'Travaux › Personnel › Engagements']
  expect(order.map((one) => tree.indexOf(one) >= 0)).toEqual(order.map(() => true))
  expect(order.map((one) => tree.indexOf(one))).toEqual(
    order.map((one) => tree.indexOf(one)).toSorted((a, b) => a - b),
  )
  const form = await town.agent.visitor.get(`/templates/points/${mine.id}/begin`)
  expect(mainWords(form)).toContain('Écrire un point d’après ce modèle')
  const posted = await town.agent.visitor.post(`/templates/points/${mine.id}/begin`, {
    ...{ title: 'Par la page', organ_id: town.council.id, service_id: town.works },
  })
  expect(posted.status).toBe(303)
  const steps = `/templates/points/${mine.id}/steps`
  await town.secretariat.visitor.api('POST', steps, { verb: 'end' })
  expect((await begin(mine)).status).toBe(409)
  expect(mainWords(await town.agent.visitor.get('/templates'))).not.toContain('› Engagements')
})

test('C06 recurring points stand on a new agenda in the order of the organ, though nobody validates there; not inactive ones', async () => {
  const last = await template({
    title: 'Z Mandats de paiement',
    recurs: 'creation',
    privacy: 'secret',
  })
  const first = await template({
    title: 'A Bons de commande',
    recurs: 'creation',
    service_id: town.finance,
  })
  const idle = await template({ title: 'Plus jamais', recurs: 'creation' })
  await town.secretariat.visitor.api('POST', `/templates/points/${idle.id}/steps`, { verb: 'end' })
  const meeting = await planned()
  const all = await recurringOf(meeting)
  expect(all.map(({ template_id, state }) => [template_id, state])).toEqual([
    [first.id, 'placed'],
    [last.id, 'placed'],
  ])
  const words = await agendaOf(meeting)
  // The closed session is last, by law.
  expect(words.indexOf('A Bons de commande')).toBeLessThan(words.indexOf('Z Mandats de paiement'))
  expect(words).not.toContain('Plus jamais')
})

test('C06 one whose category is proposed no more is not put there, and the meeting says why', async () => {
  await template({ title: 'Loyers', recurs: 'creation' })
  const hidden = (how: object) =>
    town.secretariat.visitor.post(`/vocabularies/deliberations.category/terms/${town.roads}`, {
      ...{ name: 'Voirie', ...how },
    })
  expect((await hidden({ hidden: 'on' })).status).toBe(303)
  const meeting = await planned()
  const [halted] = await recurringOf(meeting)
  expect(halted).toMatchObject({ state: 'halted', item_id: null })
  expect(halted?.why).toContain('Catégorie')
  expect(await agendaOf(meeting)).toContain(
    'Le point récurrent «\u00A0Loyers\u00A0» n’a pas pu être inscrit',
  )
  expect((await hidden({})).status).toBe(303)
  const put = await town.secretariat.visitor.api('POST', `/templates/meetings/${meeting}`, {
    ...{ template_id: halted?.template_id, verb: 'put' },
  })
  expect(put.items<Recurring>()[0]).toMatchObject({ state: 'placed' })
})

test('a recurring point joins an agenda that is fixed, never twice; taken off it stays off until it is put back', async () => {
  await template({ title: 'Bons de commande', recurs: 'creation' })
  const late = await template({ title: 'Mandats de paiement', recurs: 'freeze' })
  const meeting = await planned()
  expect(await recurringOf(meeting)).toHaveLength(1)
  expect((await step(meeting, 'freeze')).status).toBe(200)
  expect((await step(meeting, 'unfreeze')).status).toBe(200)
  expect((await step(meeting, 'freeze')).status).toBe(200)
  const all = await recurringOf(meeting)
  expect(all.map(({ state }) => state)).toEqual(['placed', 'placed'])
  const { item_id: point } = all.find(({ template_id }) => template_id === late.id) ?? {}
  const item = (await town.secretariat.visitor.api('GET', `/deliberations/items/${point}`)).json<{
    list_type: string
    reference: string
  }>()
  // It was there before the agenda was fixed: it is not late.
  expect(item).toMatchObject({ list_type: 'normal' })
  expect(item.reference).not.toBe('')

  const act = (verb: string) =>
    town.secretariat.visitor.api('POST', `/templates/meetings/${meeting}`, {
      ...{ template_id: late.id, verb },
    })
  expect((await act('put')).status).toBe(409)
  expect((await act('remove')).status).toBe(200)
  expect((await act('remove')).status).toBe(409)
  const off = (await town.secretariat.visitor.api('GET', `/deliberations/items/${point}`)).json()
  expect(off).toMatchObject({ state: 'cancelled', meeting_id: null })
  expect((await step(meeting, 'unfreeze')).status).toBe(200)
  expect((await step(meeting, 'freeze')).status).toBe(200)
  const states = async () =>
    Object.fromEntries((await recurringOf(meeting)).map((one) => [one.template_id, one.state]))
  expect((await states())[late.id]).toBe('removed')
  expect(
    (
      await town.secretariat.visitor.post(`/templates/meetings/${meeting}`, {
        ...{ template_id: late.id, verb: 'put' },
      })
    ).status,
  ).toBe(303)
  expect((await states())[late.id]).toBe('placed')
  expect((await town.agent.visitor.api('GET', `/templates/meetings/${meeting}`)).status).toBe(403)
})

test('a meeting that was held before it was written has no recurring points', async () => {
  await template({ title: 'Bons de commande', recurs: 'creation' })
  const { meeting } = await givenMeeting(town, { items: [], until: 'created' })
  expect(await recurringOf(meeting.id)).toEqual([])
})
