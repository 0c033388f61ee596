import { beforeAll, expect, test } from 'vitest'
import { givenProgram, type TestPerson } from '#test/harness'
import { givenItem, givenTown, type Town, written } from './council.ts'

let town: Town
let administrator: TestPerson

beforeAll(async () => {
  town = await givenTown()
  administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
})

const given = (over: Partial<Parameters<typeof givenProgram>[2]> = {}) =>
  givenProgram(town.authority, administrator, {
    ...{ scopes: ['deliberations:act', 'kernel:read'], roles: ['agent'] },
    ...{ services: [town.works], function: 'editor', ...over },
  })

test('A program writes a point in its own name, sends it on, and is among who sees it', async () => {
  const program = await given()
  const sent = written(town, { title: 'Un banc au parc' })
  const answer = await program.api('POST', '/deliberations/items', sent)
  expect(answer.status).toBe(201)
  const { id } = answer.json<{ id: string }>()
  const steps = `/deliberations/items/${id}/steps`
  expect((await program.api('POST', steps, { verb: 'propose' })).status).toBe(200)
  const page = await town.head.visitor.get(`/deliberations/items/${id}`)
  // In its history, and among those who see it.
  expect(page.text.split(`programme ${program.name}`).length).toBeGreaterThan(3)
})

test('A program that was not given the trade finds nothing of it, by any door', async () => {
  const item = await givenItem(town, { title: 'Une ruche' })
  const writer = await given()
  expect((await writer.api('GET', '/search?q=ruche')).json()).toMatchObject({ total: 1 })
  const blind = await given({ scopes: ['kernel:read', 'strategy:act', 'annexes:read'] })
  const found = (await blind.api('GET', '/search?q=ruche')).json()
  expect(found).toMatchObject({ items: [], total: 0 })
  for (const path of ['', '/history', '/annexes', '/documents'])
    expect((await blind.api('GET', `/deliberations/items/${item.id}${path}`)).status).not.toBe(200)
})

test('What people alone do is refused to a program that has the role of the secretariat', async () => {
  const program = await given({ roles: ['agent', 'secretariat'] })
  const item = await givenItem(town, {}, 'proposed')
  const refused = await program.api('POST', `/deliberations/items/${item.id}/steps`, {
    verb: 'endorse',
  })
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('in_person')
  const { standpoints, rows } = (await administrator.visitor.api('GET', '/permissions')).json<{
    standpoints: string[]
    rows: { action: string; thing: string; may: boolean[] }[]
  }>()
  const at = standpoints.indexOf(`programme ${program.name}`)
  expect(at).toBeGreaterThan(0)
  const mays = (action: string) =>
    rows.filter((row) => row.action === action && row.thing !== '').map(({ may }) => may[at])
  expect(mays('Accepter')).toEqual([false])
  expect(mays('Présenter')).toEqual([true])
})
