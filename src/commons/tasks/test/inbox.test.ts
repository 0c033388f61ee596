import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { create, kind, write } from '#commons/dossiers'
import { waitingCounts } from '../inbox.ts'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'

let authority: TestAuthority
let alix: TestPerson

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
})

afterAll(removeErrands)

beforeEach(async () => {
  alix = await authority.person()
})

interface Waits {
  seenBy?: string
  waitsFor?: string
  dueOn?: string
}

/** An errand that waits for Alix, unless it is said otherwise. */
function waits(title: string, given: Waits = {}, on = authority): Promise<Errand> {
  const { seenBy = `user:${alix.id}`, waitsFor = `user:${alix.id}`, dueOn } = given
  const due_on = dueOn ? Temporal.PlainDate.from(dueOn) : null
  return on.asSystem(() =>
    create(errands, { title, state: 'open', due_on }, { seen_by: seenBy, waits_for: waitsFor }),
  )
}

const inbox = async (who = alix) =>
  (await who.visitor.api('GET', '/inbox')).json<{
    items: { title: string; due_on: string | null }[]
  }>().items
const titles = async (who = alix) => (await inbox(who)).map(({ title }) => title)

test('my inbox holds what waits for me, and nothing that waits for others', async () => {
  await waits('À moi')
  await waits('À d’autres', { waitsFor: 'role:mayor' })
  await waits('À personne', { waitsFor: '' })
  expect(await titles()).toEqual(['À moi'])
})

test('it holds what waits for a role or a function that I have', async () => {
  const service = await authority.service(`Service ${alix.id}`)
  const head = await authority.person({ roles: ['mayor'], in: service, as: 'head' })
  const everyone = { seenBy: 'role:mayor' }
  await waits('Au bourgmestre', { ...everyone, waitsFor: 'role:mayor' })
  await waits('Au chef', { ...everyone, waitsFor: `service:${service}:head` })
  await waits('À l’éditeur', { ...everyone, waitsFor: `service:${service}:editor` })
  expect((await titles(head)).toSorted()).toEqual(['Au bourgmestre', 'Au chef'])
})

test('it never holds what I may not read, even if it waits for me', async () => {
  await waits('Caché', { seenBy: 'role:mayor' })
  expect(await titles()).toEqual([])
  expect((await alix.visitor.get('/inbox')).text).not.toContain('Caché')
})

test('it holds nothing of another authority', async () => {
  const other = await givenAuthority()
  await waits('D’ailleurs', {}, other)
  expect(await titles()).toEqual([])
})

test('what waits is counted kind by kind, all of it', async () => {
  const visit = kind({ ...errands, name: 'test.visit' })
  const mine = { seen_by: `user:${alix.id}`, waits_for: `user:${alix.id}` }
  await authority.asSystem(async () => {
    for (let one = 1; one <= 105; one++)
      await create(errands, { title: `Point ${one}`, state: 'open' }, mine)
    await create(visit, { title: 'Plan', state: 'open' }, mine)
  })
  const counts = await authority.as(alix, waitingCounts)
  expect(Object.fromEntries(counts)).toEqual({ 'test.errand': 105, 'test.visit': 1 })
})

test('what is due first comes first, what is never due comes last', async () => {
  await waits('Un jour')
  await waits('Plus tard', { dueOn: '2026-12-01' })
  await waits('Bientôt', { dueOn: '2026-06-01' })
  await waits('Un autre jour')
  expect(await inbox()).toMatchObject([
    { title: 'Bientôt', due_on: '2026-06-01' },
    { title: 'Plus tard', due_on: '2026-12-01' },
    { title: 'Un jour', due_on: null },
    { title: 'Un autre jour', due_on: null },
  ])
})

test('what was done leaves it', async () => {
  const errand = await waits('À faire')
  await authority.asSystem(() => write(errands, errand, { waits_for: '' }, 'start'))
  expect(await titles()).toEqual([])
})

test('its page says how much waits, why, and what is late', async () => {
  expect((await alix.visitor.get('/inbox')).text).not.toContain('/test/errands/')
  const late = await waits('En retard', { dueOn: '2020-01-31' })
  const { text } = await alix.visitor.get('/inbox')
  expect(text).toContain(`href="/test/errands/${late.id}"`)
  expect(text).toContain('Course · ouverte')
  expect(text).toMatch(/badge[^>]*bad[^>]*>/)
})
