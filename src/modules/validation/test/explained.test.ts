import { beforeAll, expect, test } from 'vitest'
import { givenItem, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

interface Told {
  seers: { called: string; mine: boolean; persons: string[] }[]
  now: { verb: string; open: boolean; why: string; persons: string[] }[]
}

test('whoever may act on a dossier is told who sees it and by what, what they can do, and why not', async () => {
  const point = await givenItem(town, { title: 'Le pont', category_id: null as never }, 'created')
  const told = (await town.agent.visitor.api('GET', `/explained/${point.id}`)).json<Told>()
  expect(told.seers.find(({ mine }) => mine)?.persons.length).toBeGreaterThan(0)
  expect(told.now.find(({ verb }) => verb === 'propose')).toMatchObject({ open: false })
  expect(told.now.find(({ verb }) => verb === 'propose')?.why).toContain('catégorie')
  const page = await town.agent.visitor.get(`/explained/${point.id}`)
  expect(mainWords(page)).toContain('Ce qui se fait dans un autre état')
  expect((await town.agent.visitor.get(`/deliberations/items/${point.id}`)).text).toContain(
    `href="/explained/${point.id}"`,
  )
})

test('a step that is for others says for whom, and who these are today', async () => {
  const point = await givenItem(town, {}, 'proposed')
  const told = (await town.agent.visitor.api('GET', `/explained/${point.id}`)).json<Told>()
  const endorse = told.now.find(({ verb }) => verb === 'endorse')
  expect(endorse?.open).toBe(false)
  expect(endorse?.why).toContain('revient à d’autres')
  expect(endorse?.persons).toHaveLength(1)
  const head = (await town.head.visitor.api('GET', `/explained/${point.id}`)).json<Told>()
  expect(head.now.find(({ verb }) => verb === 'endorse')?.open).toBe(true)
})

test('who does not see a dossier learns nothing of it, and who only reads it is not told who else does', async () => {
  const point = await givenItem(town, {}, 'created')
  expect((await town.accountant.visitor.get(`/explained/${point.id}`)).status).toBe(404)
  const observer = await town.authority.person({ roles: ['agent'], in: town.works, as: 'observer' })
  expect((await observer.visitor.get(`/deliberations/items/${point.id}`)).status).toBe(200)
  expect((await observer.visitor.get(`/explained/${point.id}`)).status).toBe(403)
})

test('a step that is nobody’s on a dossier as it stands is left out: at the first level nobody validates for good', async () => {
  const verbs = async (until: 'proposed' | 'endorsed') => {
    const point = await givenItem(town, {}, until)
    const told = (await town.dg.visitor.api('GET', `/explained/${point.id}`)).json<Told>()
    const page = mainWords(await town.dg.visitor.get(`/explained/${point.id}`))
    expect(page).not.toContain('Personne')
    return told.now.map(({ verb }) => verb)
  }
  const [first, last] = [await verbs('proposed'), await verbs('endorsed')]
  expect([first.includes('endorse'), first.includes('validate')]).toEqual([true, false])
  expect([last.includes('endorse'), last.includes('validate')]).toEqual([false, true])
})
