import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { givenItem, givenTown, mainWords, seen, type Town } from './council.ts'

const path = '/deliberations/items'
const list = 'deliberations.items'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const read = (who: TestPerson, query = '') => who.visitor.get(`${path}?${query}`)
const save = (who: TestPerson, query: string, name: string) =>
  who.visitor.post('/views', { list, query, name, shared: 'on', back: path })

/** A view that its list understood once: as a house has it that saved it before. */
const lapsed = (who: TestPerson, query: string, name: string) =>
  town.authority.asSystem(() =>
    db()
      .insertInto('commons.saved_view')
      .values({ list, name, query, shared: true, person_id: who.id, position: 1 })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )

test('a view that the list does not understand is not saved, and the list stands for everybody', async () => {
  const queries = [
    'title=%00',
    'service=abc',
    'created_at.from=0000-01-01',
    `title=${'a'.repeat(300)}`,
  ]
  for (const query of queries) {
    expect((await save(town.agent, query, 'z')).status, query).toBe(422)
    expect((await read(town.secretariat)).status).toBe(200)
  }
  expect((await save(town.agent, 'state=proposed', 'z')).status).toBe(303)
})

test('a view that applies no more says so by its name, and who may remove it can', async () => {
  const queries = ['title=%00', 'service=abc', 'created_at.from=0000-01-01']
  for (const [at, query] of queries.entries()) {
    const { id } = await lapsed(town.agent, query, `Vue ${at}`)
    const others = mainWords(await read(town.secretariat))
    expect(others, query).toContain(`Vue ${at} (ne s’applique plus)`)
    const its = await read(town.agent, `lapsed=${id}`)
    expect(its.status).toBe(200)
    expect(mainWords(its)).toContain('Cette vue ne s’applique plus')
    expect(its.text).toContain(`action="/views/${id}/removal"`)
    await town.agent.visitor.post(`/views/${id}/removal`, { back: path })
    expect((await read(town.secretariat)).text).not.toContain('ne s’applique plus')
  }
})

test('however many views a colleague shares, they take no line: all stand in one menu', async () => {
  for (let made = 1; made <= 9; made++) await save(town.agent, `title=mot${made}`, `Vue ${made}.`)
  const { text } = await read(town.secretariat, 'title=mot9')
  const [, menu = ''] = /<nav class="views"[^>]*>(.*?)<\/nav>/s.exec(text) ?? []
  expect(mainWords({ text })).toContain('Vue\u00A0: Vue 9.')
  expect(menu).toMatch(/aria-current="page"[^>]*>\s*Vue 9\./)
  for (let made = 1; made <= 9; made++) expect(menu).toContain(`href="${path}?title=mot${made}"`)
})

test.for([
  ['service=abc', 'Service proposant'],
  ['state=__proto__', 'État'],
  ['view=all', 'Vues'],
  ['created_at.from=0000-01-01', 'Créé le'],
  ['changed_at.to=demain', 'Modifié le'],
] as const)('a condition that is not understood is said: %s', async ([query, label]) => {
  const item = await givenItem(town, {}, 'created')
  const page = await read(town.agent, query)
  expect(page.status).toBe(200)
  expect(mainWords(page)).toContain(`La condition «\u00A0${label}\u00A0» n’est pas comprise`)
  // A file could not say it, and a step must not be taken for what nobody asked.
  expect((await read(town.agent, `${query}&as=csv`)).status).toBe(422)
  const from = encodeURIComponent(query)
  const act = await town.agent.visitor.get(`${path}/acts?verb=propose&all=1&from=${from}`)
  expect(act.status).toBe(422)
  expect(mainWords(act)).toContain('Une condition de la liste n’est pas comprise')
  expect((await seen(town, item)).state).toBe('created')
})

test('an order that the list does not have is said, and the list stands in its own; a file refuses it', async () => {
  await givenItem(town, { title: 'Rue du Moulin' }, 'created')
  for (const sort of ['poids', '-poids', '__proto__', 'motivation']) {
    const page = mainWords(await read(town.agent, `sort=${sort}`))
    expect(page).toContain(`Cette liste ne se trie pas par «\u00A0${sort}\u00A0»`)
    expect(page).toContain('Rue du Moulin')
    expect((await read(town.agent, `sort=${sort}&as=csv`)).status).toBe(422)
  }
  for (const sort of ['title', '-changed_at'])
    expect(mainWords(await read(town.agent, `sort=${sort}`))).not.toContain('ne se trie pas')
})

test('a step for all that a list shows refuses what no text can hold', async () => {
  const act = await town.agent.visitor.get(
    `${path}/acts?verb=propose&all=1&from=${encodeURIComponent('title=%00')}`,
  )
  expect(act.status).toBe(422)
})

test('a page that no list gave is said above the first one; a program is refused it', async () => {
  await givenItem(town, { title: 'Rue du Moulin' }, 'created')
  const page = mainWords(await read(town.agent, 'after=zz'))
  expect(page).toContain('Cette page de la liste n’existe pas')
  expect(page).toContain('Rue du Moulin')
  expect((await town.agent.visitor.api('GET', `${path}?after=zz`)).status).toBe(422)
})

test('no page is read after a key that was made by hand, whatever the list', async () => {
  const { id } = await givenItem(town, {}, 'created')
  const { visitor } = town.secretariat
  const key = (of: string) => Buffer.from(JSON.stringify([of, 'demain', id])).toString('base64url')
  for (const [at, of] of [
    ['/deliberations', '-starts_at'],
    ['/inbox', 'soonest'],
    ['/notices', 'any'],
    [path, '-changed_at'],
  ] as const)
    expect((await visitor.get(`${at}?after=${key(of)}`)).status, at).toBe(422)
})
