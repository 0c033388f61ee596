import { beforeEach, expect, test } from 'vitest'
import { timeZone } from '#kernel/i18n'
import { closeService } from '#commons/directory'
import { allTerms, terms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { planMeeting } from '../planning.ts'
import { givenItem, givenMeeting, givenTown, mainWords, type Town, written } from './council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const names = async () =>
  (await town.authority.asSystem(() => terms(categories.name))).map(({ name }) => name)

test('the secretariat keeps the categories; PST-17 one in use stays, and its point is named', async () => {
  const { visitor } = town.secretariat
  const item = await givenItem(town, { title: 'Éclairage du parc' })
  const list = `/vocabularies/${categories.name}`
  const [used = '', unused = ''] = await names()
  const page = await visitor.get(list)
  expect(mainWords(page)).toContain(unused)

  const refusal = await visitor.post(`${list}/terms/${town.roads}/removal`)
  expect(refusal.status).toBe(409)
  expect(mainWords(refusal)).toContain(`«\u00A0${used}\u00A0» ne peut être retiré`)
  expect(refusal.text).toContain(`href="/deliberations/items/${item.id}"`)
  expect(mainWords(refusal)).toContain('Éclairage du parc')

  const [, second] = await town.authority.asSystem(() => allTerms(categories.name))
  expect((await visitor.post(`${list}/terms/${second?.id}/removal`)).status).toBe(303)
  expect(await names()).not.toContain(unused)
  expect((await town.agent.visitor.get(list)).status).toBe(403)
})

test('a draft that the secretariat may not read keeps its category without being named', async () => {
  await givenItem(town, { title: 'Brouillon secret' }, 'created')
  const path = `/vocabularies/${categories.name}/terms/${town.roads}/removal`
  const refusal = await town.secretariat.visitor.post(path)
  expect(refusal.status).toBe(409)
  expect(refusal.text).not.toContain('Brouillon secret')
})

test('a point keeps a category that is proposed no more, and no other takes it', async () => {
  const item = await givenItem(town, {}, 'created')
  const { visitor } = town.secretariat
  await visitor.post(`/vocabularies/${categories.name}/terms/${town.roads}`, {
    name: 'Voirie ancienne',
    hidden: 'on',
  })
  const edited = { ...written(town), title: 'Autre titre', version: item.version }
  const answer = await town.agent.visitor.api('PUT', `/deliberations/items/${item.id}`, edited)
  expect(answer.status).toBe(200)
  expect((await town.agent.visitor.get(`/deliberations/items/${item.id}/edit`)).text).toContain(
    'Voirie ancienne',
  )
  const fresh = await town.agent.visitor.api('POST', '/deliberations/items', written(town))
  expect(fresh.json()).toMatchObject({ status: 422, errors: { category_id: [expect.any(String)] } })
  expect((await town.agent.visitor.get('/deliberations/items/new')).text).not.toContain('ancienne')
})

test('a service that was closed takes no new points, and its old ones keep its name', async () => {
  const item = await givenItem(town, {}, 'created')
  await town.authority.asSystem(() => closeService(town.works))
  const { visitor } = town.agent
  const fresh = await visitor.api('POST', '/deliberations/items', written(town))
  expect(fresh.json()).toMatchObject({
    status: 422,
    errors: { service_id: ['Ce service n’existe plus.'] },
  })
  const edited = { ...written(town), title: 'Autre titre', version: item.version }
  expect((await visitor.api('PUT', `/deliberations/items/${item.id}`, edited)).status).toBe(200)
  expect(mainWords(await visitor.get(`/deliberations/items/${item.id}`))).toContain('Travaux')
})

test('the list of points has its views in a menu, and the one that is shown is current', async () => {
  const { visitor } = town.agent
  await givenItem(town, { title: 'Des travaux' }, 'created')
  const mine = await visitor.get(`${path}?view=mine`)
  expect(mine.text).toMatch(
    /href="\/deliberations\/items\?view=mine" aria-current="page">\s*De mes/,
  )
  const query = new URLSearchParams({ view: 'mine', state: 'proposed', service: '' })
  const back = `${path}?state=proposed&view=mine`
  const named = { list: 'deliberations.items', name: 'Chez les chefs', query: `${query}`, back }
  const saved = await visitor.post('/views', { ...named, shared: 'on' })
  expect(saved.headers.get('location')).toBe(back)

  const shown = await visitor.get(back)
  expect(shown.text).toMatch(/view=mine" aria-current="page">\s*Chez les chefs/)
  expect(mainWords(shown)).not.toContain('Des travaux')
  const [removal] = /\/views\/[\da-f-]+\/removal/.exec(shown.text) ?? []
  expect(removal).toBeTruthy()
  const forOther = await town.head.visitor.get(`${path}?view=mine&state=proposed&after=`)
  expect(forOther.text).toMatch(/view=mine" aria-current="page">\s*Chez les chefs/)
  expect(forOther.text).not.toContain('/removal')
  await visitor.post(removal ?? '', { back: path })
  expect((await visitor.get(path)).text).not.toContain('>Chez les chefs')
})

test('the list of points tells meeting, author and annexes, and is narrowed and sorted by them', async () => {
  const { meeting, points } = await givenMeeting(town)
  const [first] = points
  await givenItem(town, { title: 'Sans séance' }, 'created')
  const page = mainWords(await town.agent.visitor.get(path))
  expect(page).toContain(meeting.title)
  expect(page).toContain('Alix Terval')

  const lines = async (query: string) => mainWords(await town.agent.visitor.get(`${path}?${query}`))
  const atIt = await lines(`meeting=${meeting.id}`)
  expect(atIt).toContain(first?.title)
  expect(atIt).not.toContain('Sans séance')
  expect(await lines(`author=${town.agent.id}`)).toContain('Sans séance')
  expect(await lines(`author=${town.head.id}`)).not.toContain('Sans séance')
  expect(await lines('annexes.from=1')).not.toContain('Sans séance')
  for (const sort of ['meeting', '-meeting', 'author', '-annexes'])
    expect(await lines(`sort=${sort}`)).toContain('Sans séance')
})

const path = '/deliberations/items'

test('a point says in words who sees it: its service, its author, the members of its organ', async () => {
  const item = await givenItem(town)
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/items/${item.id}`))
  for (const reader of ['Travaux, tout le service', 'Mme\u00A0Alix Terval', 'le secrétariat'])
    expect(page).toContain(reader)
})

test('meetings are paged, and say how many there are: none is lost on the way', async () => {
  const day = Temporal.PlainDate.from('2030-01-01')
  await town.authority.as(town.secretariat, async () => {
    for (let one = 0; one < 61; one += 1) {
      const at = day.add({ days: one }).toZonedDateTime({ timeZone, plainTime: '20:00' })
      await planMeeting({ organId: town.council.id, startsAt: at.toInstant(), place: '' })
    }
  })
  const { visitor } = town.agent
  const first = await visitor.get('/deliberations')
  expect(mainWords(first)).toContain('50 affichées sur 61')
  const [, next = ''] = /href="(\/deliberations\?after=[^"]*)"/.exec(first.text) ?? []
  const second = await visitor.get(next)
  expect(mainWords(second)).toContain('11 affichées sur 61')
  const meetingsOn = ({ text }: { text: string }) =>
    text.match(/href="\/deliberations\/meetings\/[\da-f-]{36}"/g) ?? []
  expect(new Set([...meetingsOn(first), ...meetingsOn(second)]).size).toBe(61)
  const api = await visitor.api('GET', '/deliberations/meetings')
  expect(api.json()).toMatchObject({ total: 61, next: expect.any(String) })
})

test('search says how many there are, and shows the others on the next page', async () => {
  for (let one = 0; one < 22; one += 1) await givenItem(town, { title: 'Cressonnière' }, 'created')
  const { visitor } = town.agent
  const shown = (text: string) => text.match(/href="\/deliberations\/items\/[\da-f-]{36}"/g) ?? []
  const first = await visitor.get('/search?q=cressonnière')
  expect(mainWords(first)).toContain('22 résultats')
  const [, after = ''] = /href="(\/search\?[^"]*after=[^"]*)"/.exec(first.text) ?? []
  const second = await visitor.get(after.replaceAll('&amp;', '&'))
  expect(new Set([...shown(first.text), ...shown(second.text)]).size).toBe(22)
})
