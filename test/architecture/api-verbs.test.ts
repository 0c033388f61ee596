import { expect, test } from 'vitest'
import { checkApiVerbs } from './api-verbs.ts'
import { assembledHouse } from './house.ts'

/** The trades of the plan. */
const trades = ['strategy', 'accountability', 'ecomptes']

const at = '/strategy/elements/:id'
/** In the API they stand at another address. */
const elsewhere = {
  [`${at}/places/mirrors`]: 'post /api/strategy/elements/:id/mirrors',
  [`${at}/places/removal`]: 'delete /api/strategy/elements/:id/places/:parent',
  '/strategy/plans/new': 'post /api/strategy/plans',
  '/strategy/plans/:id/edit': 'put /api/strategy/plans/:id',
  '/strategy/ecomptes/:id': 'post /api/strategy/ecomptes',
}

/** What only pages do, and why. */
const pagesOnly: Readonly<Record<string, string>> = {}

test('what a page does to a plan, its API does too (P3)', async () => {
  const { modules } = await assembledHouse()
  const routes = modules
    .filter(({ name }) => trades.includes(name))
    .flatMap(({ pages = [], api }) => [pages, api ?? []].flat().flatMap(({ list }) => list))
  expect(routes.filter(({ method }) => method === 'post').length).toBeGreaterThan(40)
  expect(checkApiVerbs(routes, elsewhere, pagesOnly)).toEqual([])
})

const page = (path: string) => ({ face: 'page', method: 'post', path }) as const
const api = (method: 'post' | 'put' | 'delete', path: string) =>
  ({ face: 'api', method, path }) as const

test.for([
  ['/mail/letters', api('post', '/api/mail/letters')],
  ['/mail/letters/:id', api('put', '/api/mail/letters/:id')],
  ['/mail/letters/:id/erase', api('delete', '/api/mail/letters/:id')],
  ['/mail/letters/:id/parts/:part/removal', api('delete', '/api/mail/letters/:id/parts/:one')],
] as const)('the form of a page %s has its route', ([path, route]) => {
  expect(checkApiVerbs([page(path), route], {}, {})).toEqual([])
  expect(checkApiVerbs([page(path)], {}, {})).toEqual([
    `${path} is done by a page and by no route of the API`,
  ])
})

test('a reason that is needed no more is found', () => {
  const routes = [page('/mail/letters'), api('post', '/api/mail/letters')]
  expect(checkApiVerbs(routes, {}, { '/mail/letters': 'not yet' })).toHaveLength(1)
})
