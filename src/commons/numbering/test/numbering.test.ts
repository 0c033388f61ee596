import { beforeAll, expect, test } from 'vitest'
import { Conflict } from '#kernel/errors'
import { fill } from '#kernel/module'
import { beside, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { allSeries, giveNumber, giveNumbers, type Series } from '../index.ts'
import { troubles } from '../pattern.ts'

const label = 'numbering.title'
const keys: Series = {
  name: 'test.keys',
  label,
  words: { house: label },
  per: 'house',
  initial: { pattern: '{house}/{year}/{number:3}', restarts: 'year' },
  counters: async () =>
    ['a', 'b'].map((scope) => ({ scope, name: scope, words: { house: scope } })),
}
const plain: Series = {
  name: 'test.plain',
  label,
  initial: { pattern: '{year:2}-{number}', restarts: 'year' },
}

let authority: TestAuthority
let manager: TestPerson

beforeAll(async () => {
  fill(allSeries, keys, plain).place()
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['administrator'] })
})

const day = Temporal.PlainDate.from('2026-06-25')
const key = (scope: string, on = day) =>
  giveNumber(keys, { scope, words: { house: scope }, day: on }).then(({ reference }) => reference)
const decide = (series: string, given: object) =>
  manager.visitor.api('PUT', `/numbering/${series}`, given)

test('each counter counts for itself, and begins again each year', async () => {
  await authority.asSystem(async () => {
    expect([await key('a'), await key('a'), await key('b')]).toEqual([
      'a/2026/001',
      'a/2026/002',
      'b/2026/001',
    ])
    expect(await key('a', day.add({ years: 1 }))).toBe('a/2027/001')
    const many = await giveNumbers(plain, 3, { day })
    expect(many.map(({ reference }) => reference)).toEqual(['26-1', '26-2', '26-3'])
  })
})

test('of two who take a number at once, each gets another; what is rolled back leaves no hole', async () => {
  const town = await givenAuthority()
  const take = () => town.asSystem(() => key('a'))
  const { first, second } = await town.asSystem(async () => {
    const mine = await key('a')
    return { first: mine, second: await beside(take) }
  })
  expect([first, await second.ended]).toEqual(['a/2026/001', 'a/2026/002'])
  const failed = town.asSystem(async () => {
    await key('a')
    throw new Error('The rest failed')
  })
  await expect(failed).rejects.toThrow('The rest failed')
  expect(await take()).toBe('a/2026/003')
})

test('a pattern that would write two numbers alike is refused, and what nobody can read', () => {
  const wrong = (pattern: string, restarts: 'year' | 'never' = 'year') =>
    troubles(keys, { pattern, restarts }).map((one) => one.key.split('.').at(-1))
  expect(wrong('{house}/{year}/{number}')).toEqual([])
  expect(wrong('{house}/{number}')).toEqual(['no_year'])
  expect(wrong('{house}/{number}', 'never')).toEqual([])
  expect(wrong('{year}/{number}')).toEqual(['no_word'])
  expect(wrong('{house}/{year}')).toEqual(['no_number'])
  expect(wrong('{house}/{year}/{number}/{street}')).toEqual(['unknown'])
  expect(wrong('{house}/{year:3}/{number:12}')).toEqual(['width', 'width'])
  expect(wrong('{house}/{year}/{number')).toEqual(['braces', 'no_number'])
})

test('the authority decides the pattern and the next number; what was given stays and is not given again', async () => {
  const town = await givenAuthority()
  manager = await town.person({ roles: ['administrator'] })
  await town.asSystem(() => giveNumbers(plain, 4))
  const year = Temporal.Now.plainDateISO('Europe/Brussels').year
  const moved = await decide('test.plain', {
    pattern: 'R{year}/{number:4}',
    restarts: 'year',
    next: { '': 120 },
  })
  const reference = `R${year}/0120`
  expect(moved.json()).toMatchObject({ counters: [{ next: 120, reference }] })
  expect((await town.asSystem(() => giveNumber(plain))).reference).toBe(reference)
  const back = await decide('test.plain', {
    pattern: 'R{year}/{number}',
    restarts: 'year',
    next: { '': 3 },
  })
  expect(back.status).toBe(422)
  expect(back.text).toContain('Le numéro 120 a été donné')
  // From never on, it goes on after the greatest that was given.
  const never = await decide('test.plain', { pattern: 'R/{number}', restarts: 'never' })
  expect(never.json()).toMatchObject({ counters: [{ next: 121, reference: 'R/121' }] })
})

test('a reference that was given is not given a second time, whatever the pattern', async () => {
  const town = await givenAuthority()
  manager = await town.person({ roles: ['administrator'] })
  await decide('test.plain', { pattern: '{year}1{number}', restarts: 'year' })
  await town.asSystem(() => giveNumber(plain)) // « 202611 »
  const pattern = '{year}{number}'
  const refused = await decide('test.plain', { pattern, restarts: 'year', next: { '': 11 } })
  expect(refused.text).toContain('a déjà été donné')
  await decide('test.plain', { pattern, restarts: 'year', next: { '': 10 } })
  await town.asSystem(() => giveNumber(plain))
  await expect(town.asSystem(() => giveNumber(plain))).rejects.toBeInstanceOf(Conflict)
})

test('the page explains each token and previews what is not saved; who decides on what changed is told', async () => {
  const town = await givenAuthority()
  const { visitor } = await town.person({ roles: ['administrator'] })
  const path = '/numbering/deliberations.meeting'
  const first = (await visitor.get(path)).text
  expect(first).toContain('Le sigle de l’organe')
  const edition = /name="edition" value="([^"]*)"/.exec(first)?.[1] ?? ''
  const sent = { edition, pattern: '{year}-{organ}-{number:2}', restarts: 'year' }
  const looked = await visitor.post(`${path}/preview`, sent)
  expect(looked.text).toMatch(/\d{4}-CC-01/)
  expect((await visitor.get(path)).text).toContain('value="{organ}/{year}/{number}"')
  const wrong = await visitor.post(path, { ...sent, pattern: '{organ}/{number}' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('le même numéro serait donné deux fois')
  expect((await visitor.post(path, sent)).status).toBe(303)
  const late = await visitor.post(path, { ...sent, pattern: '{organ}-{year}-{number}' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Alix Terval')
  const agent = await town.person({ roles: ['agent'] })
  expect((await agent.visitor.get('/numbering')).status).toBe(403)
  expect((await agent.visitor.api('GET', '/numbering')).status).toBe(403)
})
