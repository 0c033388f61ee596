import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { administrator, directory, todayHere } from '#commons/directory'
import { atItsTime } from '#kernel/jobs'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { organs } from '../organ.ts'

let authority: TestAuthority
let admin: TestPerson
let council: string
const people: Record<string, TestPerson> = {}

beforeAll(async () => {
  authority = await givenAuthority()
  admin = await authority.person({
    roles: [administrator.name],
    firstName: 'Odile',
    lastName: 'Ravel',
  })
  for (const lastName of ['Aubrive', 'Brémont', 'Castellan', 'Doyen'])
    people[lastName] = await authority.person({ firstName: 'Sabine', lastName })
  council = (await authority.asSystem(organs))[0]?.id ?? ''
})

const seat = (person: string, more: Record<string, string> = {}) =>
  admin.visitor.post(`/organs/${council}/seats`, {
    ...{ person, part: 'member', title: 'Échevine', first_day: '2024-12-02', last_day: '' },
    ...more,
  })
const told = async () =>
  (await admin.visitor.api('get', `/organs/${council}/seats`)).json<{
    items: { id: string; last_name: string; first_day: string; last_day: string | null }[]
  }>().items
const seatOf = async (name: string) =>
  (await told()).findLast(({ last_name }) => last_name === name)

test('who sits is said by day: president first, those of before and after apart', async () => {
  expect((await seat('Sabine Aubrive', { part: 'president', title: 'Bourgmestre' })).status).toBe(
    303,
  )
  expect((await seat('Sabine Brémont', { last_day: '2025-06-30' })).status).toBe(303)
  const then = (await admin.visitor.get(`/organs/${council}?on=2025-06-30`)).text
  expect(then.indexOf('Aubrive')).toBeLessThan(then.indexOf('Brémont'))
  expect(then).not.toContain('Avant et après')
  expect((await admin.visitor.get(`/organs/${council}?on=2025-07-01`)).text).toContain(
    'Avant et après',
  )
  expect((await admin.visitor.get('/organs')).text).toContain('Sabine Aubrive')
})

test.for([
  ['Sabine Aubrive', {}, 'siège déjà dans cet organe'],
  ['Sabine Castellan', { part: 'president' }, 'Sabine Aubrive préside déjà'],
  [
    'Sabine Castellan',
    { first_day: '2026-01-02', last_day: '2026-01-01' },
    'vient avant le premier',
  ],
  ['Personne Inconnue', {}, 'Personne Inconnue'],
  ['Sabine Castellan', { first_day: '' }, 'nécessaire'],
] as const)('%s is refused beside the field: %o', async ([person, more, sentence]) => {
  const answer = await seat(person, more)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
})

test('a replacement takes part and place from its day on, or nothing is done', async () => {
  const { id = '' } = (await seatOf('Aubrive')) ?? {}
  const path = `/organs/${council}/seats/${id}/replacement`
  const refused = await admin.visitor.post(path, {
    person: 'Sabine Aubrive',
    first_day: '2026-03-02',
  })
  expect(refused.status).toBe(422)
  expect(await seatOf('Aubrive')).toMatchObject({ last_day: null })
  const done = await admin.visitor.post(path, {
    person: 'Sabine Castellan',
    first_day: '2026-03-02',
  })
  expect(done.status).toBe(303)
  expect(await seatOf('Aubrive')).toMatchObject({ last_day: '2026-03-01' })
  expect(await seatOf('Castellan')).toMatchObject({ part: 'president', first_day: '2026-03-02' })
})

test('who sits bears what the organ reads on those days, and no longer', async () => {
  const principal = `organ:${council}`
  const bears = async (name: string) =>
    (await authority.signIn(people[name]?.id ?? '')).actor.principals.includes(principal)
  expect([await bears('Castellan'), await bears('Aubrive')]).toEqual([true, false])
  const { id = '' } = (await seatOf('Castellan')) ?? {}
  const ended = await admin.visitor.api('post', `/organs/${council}/seats/${id}/end`, {
    last_day: '2026-03-31',
  })
  expect(ended.status).toBe(204)
  expect(await bears('Castellan')).toBe(false)
  expect((await admin.visitor.api('post', `/organs/${council}/seats/${id}/end`, {})).status).toBe(
    409,
  )
})

test('a seat begins and ends at midnight for who does not come in, without anybody who clicks', async () => {
  const { id } = await authority.person({ firstName: 'Basile', lastName: 'Nuit' })
  const today = todayHere()
  await seat('Basile Nuit', { first_day: today.add({ days: 1 }).toString() })
  const borne = () =>
    authority.asSystem(async () => {
      const { rows } = await sql<{ principals: string[] }>`
        select principals from kernel.account where id = ${id}::uuid`.execute(db())
      return rows[0]?.principals.includes(`organ:${council}`)
    })
  /** As if the night had passed: each day of the seat is one earlier. */
  const midnight = async () => {
    await authority.asSystem(async () => {
      await sql`update commons.seat set valid_from = valid_from - 1, valid_to = valid_to - 1
        where person_id = ${id}::uuid`.execute(db())
    })
    const [beginDay] = directory.timers ?? []
    if (!beginDay) throw new Error('Nothing is done as a day begins')
    await atItsTime((await ground()).database, beginDay)
    await authority.drain()
  }
  expect(await borne()).toBe(false)
  await midnight()
  expect(await borne()).toBe(true)
  await admin.visitor.api('post', `/organs/${council}/seats/${(await seatOf('Nuit'))?.id}/end`, {
    last_day: today.toString(),
  })
  expect(await borne()).toBe(true)
  await midnight()
  expect(await borne()).toBe(false)
})

test('a seat that has not begun is taken away; two who seat the last at once: one does', async () => {
  await authority.asSystem(async () => {
    await sql`update commons.organ set seats = 1 where id = ${council}::uuid`.execute(db())
  })
  const both = await Promise.all([
    seat('Sabine Brémont', { first_day: '2031-01-01' }),
    seat('Sabine Doyen', { first_day: '2031-01-01' }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
  expect(both.find(({ status }) => status === 422)?.text).toContain('tous sont occupés')
  const coming = (await told()).find(({ first_day }) => first_day === '2031-01-01')
  const taken = await admin.visitor.post(`/organs/${council}/seats/${coming?.id}/end`, {
    last_day: '2030-12-31',
  })
  expect(taken.status).toBe(303)
  expect((await told()).some(({ first_day }) => first_day === '2031-01-01')).toBe(false)
})

test('others see who sits and change nothing; what was done is told', async () => {
  const other = people['Doyen']
  expect((await other?.visitor.get(`/organs/${council}`))?.text).not.toContain('Attribuer un siège')
  expect((await other?.visitor.post(`/organs/${council}/seats`, {}))?.status).toBe(403)
  expect((await admin.visitor.get(`/organs/${council}`)).text).toContain(
    'a attribué un siège à Sabine Castellan',
  )
})
