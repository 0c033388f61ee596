import { beforeEach, describe, expect, test } from 'vitest'
import { Conflict } from '#kernel/errors'
import { switchOff, switchOn } from '#commons/trades'
import { terms } from '#commons/vocabularies'
import { organs } from '#commons/organs'
import { removeTerm } from '../../src/commons/vocabularies/term.ts'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let administrator: TestPerson

beforeEach(async () => {
  authority = await givenAuthority('municipality', { trades: [] })
  administrator = await authority.person({
    ...{ firstName: 'Ida', lastName: 'Maistre' },
    roles: ['agent', 'administrator'],
  })
})

const switching = (name: string, to: 'on' | 'off', { visitor } = administrator) =>
  visitor.post(`/trades/${name}/switching`, { to })

interface Told {
  name: string
  on: boolean
  switched_by: string | null
  needs: string[]
  needed_by: string[]
}
const told = async (name: string) =>
  (await administrator.visitor.api('GET', '/trades')).items<Told>().find((one) => one.name === name)
const on = async () =>
  (await administrator.visitor.api('GET', '/trades'))
    .items<Told>()
    .filter((one) => one.on)
    .map(({ name }) => name)
    .toSorted()

describe('an administrator', () => {
  test('sees before the act what it brings, and what it needs, and switches on all of it', async () => {
    const page = await administrator.visitor.get('/trades/accountability')
    expect(page.text).toContain('S’activent avec lui, parce qu’il en a besoin')
    expect(page.text).toContain('Délibérations, Plan stratégique')
    expect((await administrator.visitor.get('/strategy')).status).toBe(404)
    expect((await switching('accountability', 'on')).status).toBe(303)
    expect(await on()).toEqual(['accountability', 'deliberations', 'strategy'])
    expect((await administrator.visitor.get('/strategy')).status).toBe(200)
    const known = await authority.asSystem(async () => [
      await organs(),
      await terms('strategy.source'),
    ])
    expect(known.map(({ length }) => length > 0)).toEqual([true, true])
  })

  test('does not switch off what another one needs, and is told which', async () => {
    await switching('accountability', 'on')
    const page = await administrator.visitor.get('/trades/strategy')
    expect(page.text).toContain('Impossible tant que sont activés')
    expect(page.text).not.toContain('/trades/strategy/switching')
    const refused = await switching('strategy', 'off')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Suivi et publication du plan')
    expect(await on()).toContain('strategy')
    await switching('accountability', 'off')
    expect((await switching('strategy', 'off')).status).toBe(303)
    expect(await on()).toEqual(['deliberations'])
  })

  test('reads who switched what, and since when it is on', async () => {
    await switching('deliberations', 'on')
    expect(await told('deliberations')).toMatchObject({ on: true, switched_by: 'Ida Maistre' })
    await switching('deliberations', 'off')
    const { text } = await administrator.visitor.get('/trades')
    expect(text).toMatch(/Ida Maistre<\/strong> a activé «\u00A0Délibérations/)
    expect(text).toMatch(/Ida Maistre<\/strong> a désactivé «\u00A0Délibérations/)
  })

  test('does the same by the API', async () => {
    const { visitor } = administrator
    const answer = await visitor.api('POST', '/trades/minutes/switching', { on: true })
    expect(answer.status).toBe(200)
    expect(await told('deliberations')).toMatchObject({ on: true, needed_by: ['minutes'] })
    expect((await visitor.api('POST', '/trades/minutes/switching', { on: true })).status).toBe(409)
    expect(
      (await visitor.api('POST', '/trades/deliberations/switching', { on: false })).status,
    ).toBe(409)
    expect((await visitor.api('POST', '/trades/nothing/switching', { on: true })).status).toBe(404)
    expect((await visitor.api('POST', '/trades/tasks/switching', { on: true })).status).toBe(404)
    expect((await visitor.api('POST', '/trades/minutes/switching', { on: false })).status).toBe(200)
    expect(await on()).toEqual(['deliberations'])
  })
})

test('nobody else sees or switches the trades of an authority', async () => {
  const other = await authority.person({ roles: ['agent'] })
  expect((await other.visitor.get('/trades')).status).toBe(403)
  expect((await switching('strategy', 'on', other)).status).toBe(403)
  expect((await other.visitor.get('/inbox')).text).not.toContain('href="/trades"')
  expect((await administrator.visitor.get('/inbox')).text).toContain('href="/trades"')
  expect(await on()).toEqual([])
})

test('an authority that switches a trade switches it for itself', async () => {
  const other = await givenAuthority('municipality', { trades: [] })
  await switching('strategy', 'on')
  const { visitor } = await other.person({ roles: ['agent'] })
  expect((await visitor.get('/strategy')).status).toBe(404)
})

test('what a trade gives to start with is given once: what was removed stays so', async () => {
  const sources = () => authority.asSystem(async () => terms('strategy.source'))
  await switching('strategy', 'on')
  const first = await sources()
  const [gone] = first
  await authority.asSystem(() => removeTerm(gone?.id ?? ''))
  await switching('strategy', 'off')
  await switching('strategy', 'on')
  expect(await sources()).toEqual(first.slice(1))
})

describe('two who switch at once', () => {
  const both = (one: () => Promise<unknown>, other: () => Promise<unknown>) =>
    Promise.allSettled([one, other].map((deed) => authority.asSystem(deed)))

  test('on and on: one does it, the other is told', async () => {
    const outcomes = await both(
      () => switchOn('strategy'),
      () => switchOn('strategy'),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [refused] = outcomes.filter((one) => one.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(Conflict)
    expect(await on()).toEqual(['strategy'])
  })

  test('one off, and one on that needs it: never one without the other', async () => {
    for (let time = 0; time < 8; time += 1) {
      const before = await on()
      await authority.asSystem(async () => {
        if (before.includes('ecomptes')) await switchOff('ecomptes')
        if (!before.includes('strategy')) await switchOn('strategy')
      })
      await both(
        () => switchOff('strategy'),
        () => switchOn('ecomptes'),
      )
      const now = await on()
      expect(now.includes('ecomptes') && !now.includes('strategy')).toBe(false)
    }
  })
})
