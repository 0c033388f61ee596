import { beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { Invalid } from '#kernel/errors'
import { checkViews } from '../index.ts'
import { keptOf, mostViews, normalisedQuery } from '../view.ts'

const list = 'test.errands'
checkViews(list, () => (query) => {
  if (query.includes('wrong')) throw Invalid.field('state', 'http.field.choose')
})
let authority: TestAuthority
let alix: TestPerson
let colleague: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  alix = await authority.person({ roles: ['agent'] })
  colleague = await authority.person({ roles: ['agent'] })
})

const save = ({ visitor }: TestPerson, fields: Record<string, string>) =>
  visitor.post('/views', {
    list,
    query: 'state=open',
    back: '/errands',
    name: 'Ouvertes',
    ...fields,
  })
const seenBy = (who: TestPerson) => authority.as(who, async () => (await keptOf(list)).saved)
const names = async (who: TestPerson) => (await seenBy(who)).map(({ name }) => name)
const remove = async ({ visitor }: TestPerson, id: string | undefined) =>
  (await visitor.post(`/views/${id}/removal`, { back: '/errands' })).status

test('a query is compared by what is filled in, whatever its order and the place in the list', () => {
  expect(normalisedQuery('state=open&view=&service=a+b&after=2026')).toBe('service=a+b&state=open')
  expect(normalisedQuery('?service=a%20b&state=open')).toBe('service=a+b&state=open')
  expect(normalisedQuery('view=&after=x')).toBe('')
})

test('a view is mine alone, unless I share it; mine come first', async () => {
  await save(colleague, { name: 'Partagée', shared: 'on' })
  await save(colleague, { name: 'À moi seul' })
  await save(alix, { name: 'Urgentes', query: 'due=&state=late' })
  expect(await names(alix)).toEqual(['Urgentes', 'Partagée'])
  expect(await names(colleague)).toEqual(['Partagée', 'À moi seul'])
  expect((await seenBy(alix))[0]).toMatchObject({ query: 'state=late', shared: false })
  const elsewhere = await givenAuthority()
  expect((await elsewhere.as(await elsewhere.person(), () => keptOf(list))).saved).toEqual([])
})

test('saving leads back to the list, and nowhere else', async () => {
  const back = await save(alix, { back: '/errands?state=open' })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/errands?state=open'])
  for (const foreign of ['https://example.org/', '//example.org', 'errands'])
    expect((await save(alix, { name: foreign, back: foreign })).headers.get('location')).toBe('/')
})

test('a name that I gave already is refused, and nothing that I typed is lost', async () => {
  await save(alix, {})
  const again = await save(alix, { query: 'state=late', shared: 'on' })
  expect(again.status).toBe(422)
  for (const kept of ['value="Ouvertes"', 'value="state=late"', 'value="/errands"', 'checked'])
    expect(again.text).toContain(kept)
  expect((await save(alix, { name: ' ' })).status).toBe(422)
  expect((await seenBy(alix)).map(({ query }) => query)).toEqual(['state=open'])
  expect((await save(colleague, {})).status).toBe(303)
})

test('what the list does not understand is not saved, nor is a view of a list that is none', async () => {
  for (const wrong of [{ query: 'state=wrong' }, { list: 'test.nothing' }]) {
    const refused = await save(alix, wrong)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('ne comprend pas ces conditions')
  }
  expect(await seenBy(alix)).toEqual([])
})

test('a person keeps so many views of a list, and no more', async () => {
  for (let made = 0; made < mostViews; made++) await save(alix, { name: `Vue ${made}` })
  const refused = await save(alix, { name: 'Une de trop' })
  expect([refused.status, refused.text.includes('supprimez-en une')]).toEqual([422, true])
  expect(await seenBy(alix)).toHaveLength(mostViews)
  expect((await save(colleague, {})).status).toBe(303)
})

test('who made a view removes it; of others’ only an administrator, and only shared ones', async () => {
  const administrator = await authority.person({ roles: ['administrator'] })
  await save(alix, { name: 'Partagée', shared: 'on' })
  await save(alix, { name: 'À moi' })
  const [shared, own] = await seenBy(alix)
  expect((await seenBy(colleague)).map(({ removable }) => removable)).toEqual([false])
  expect(await remove(colleague, shared?.id)).toBe(403)
  expect(await remove(colleague, own?.id)).toBe(404)
  expect(await remove(administrator, own?.id)).toBe(404)
  expect(await remove(alix, 'nothing')).toBe(404)
  expect(await remove(administrator, shared?.id)).toBe(303)
  expect(await remove(alix, own?.id)).toBe(303)
  expect(await seenBy(alix)).toEqual([])
})

test('who has not signed in saves nothing', async () => {
  const answer = await authority.visitor().post('/views', { list, name: 'x', query: '', back: '/' })
  expect(answer.headers.get('location')).toContain('/sign-in')
  expect(await names(alix)).toEqual([])
})

test('a view that I named in another spelling is there already (T6)', async () => {
  await save(alix, { name: 'Préparées' })
  for (const name of ['PREPAREES', 'Pre\u0301pare\u0301es', 'Pré\u00ADparées', ' Préparées\u200B'])
    expect((await save(alix, { name })).status).toBe(422)
  expect(await names(alix)).toEqual(['Préparées'])
  await save(colleague, { name: 'préparées' })
  expect(await names(colleague)).toEqual(['préparées'])
})
