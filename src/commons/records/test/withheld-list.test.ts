import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { addCatalogue, type MessageKey } from '#kernel/i18n'
import { workflow } from '#commons/workflow'
import { listRoute } from '../index.ts'
import { type Notice, noticeFields, notices, removeNotices } from './notice.ts'
import { townHall, type TownHall } from './town-hall.ts'

const flow = workflow('test.notice', { initial: 'open', states: { open: {} }, transitions: {} })
const everybody = permission('kernel.signed_in')
const title = 'test.notice.title' as MessageKey // Said by the catalogue of the notices.

/** Notices of more than 100 copies do not tell what they cost. */
const secretive = {
  ...notices,
  withheld: async () => (notice: Notice) => (notice.copies > 100 ? ['fee'] : []),
  withheldIn: (column: string) => (column === 'fee' ? sql<boolean>`o.copies > 100` : null),
}

const pages = new PageRoutes('/test')
const list = {
  kind: secretive,
  fields: noticeFields,
  flow,
  list: 'test.notices',
  path: '/test/notices',
  columns: ['fee', 'copies'],
  sums: ['fee'],
  filters: [],
  views: [],
  words: { title, list: title, count: title, none: title, write: title },
}

let town: TownHall
beforeAll(async () => {
  town = await townHall()
  addCatalogue('test', { fr: { 'notice.state.open': 'Ouvert' }, en: {} })
  listRoute(pages, '/notices', { reads: everybody, writes: everybody }, list)
  await town.written({ title: 'Bon marché', fee: '1', copies: '1' })
  await town.written({ title: 'Secret', fee: '500', copies: '200' })
  await town.written({ title: 'Cher', fee: '900', copies: '1' })
})
afterAll(removeNotices)

const shown = async (query: string) => {
  const { text } = await town.authority.visitorOf(pages, town.clerk).get(`/test/notices?${query}`)
  return text
}
const titlesOn = (page: string) =>
  [...page.matchAll(/>(Bon marché|Secret|Cher)<\/a>/g)].map(([, one]) => one)

test('what a kind withholds is not told by the order of a list: it stands last, both ways', async () => {
  expect(titlesOn(await shown('sort=fee'))).toEqual(['Bon marché', 'Cher', 'Secret'])
  expect(titlesOn(await shown('sort=-fee'))).toEqual(['Cher', 'Bon marché', 'Secret'])
})

test('nor by a condition, nor by a sum', async () => {
  expect(titlesOn(await shown('fee.from=400&fee.to=600'))).toEqual([])
  const page = await shown('')
  expect(titlesOn(page)).toHaveLength(3)
  // The fourth notice costs 10 €.
  expect(page).toMatch(/\[fee\]\u00A0: 911/)
  expect(page).not.toMatch(/NaN|\b500\b/)
  const csv = await shown('as=csv')
  expect(csv).toMatch(/Secret;[^\n]*;;200/)
})

test('a list of a kind that withholds, and does not say in queries what, does not start', () => {
  const { withheldIn: _, ...silent } = secretive
  const routes = new PageRoutes('/silent')
  const rights = { reads: everybody, writes: everybody }
  expect(() => listRoute(routes, '/notices', rights, { ...list, kind: silent })).toThrow(
    'withholds',
  )
})
