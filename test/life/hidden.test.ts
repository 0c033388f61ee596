import { randomUUID } from 'node:crypto'
import { actAs, system } from '#kernel/access'
import { inTenant } from '#kernel/tenancy'
import { fictional, openFictional } from '../../src/seed.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { sessionActor } from '#kernel/auth'
import { NotFound } from '#kernel/errors'
import { isOn } from '#kernel/module'
import { waiting } from '#kernel/pages'
import { search } from '#kernel/search'
import { switchOff, switchOn, tradesOfHouse } from '#commons/trades'
import { annexesOf } from '#commons/annexes'
import { read } from '#commons/dossiers'
import { change } from '#commons/workflow'
import { items, itemWorkflow } from '#modules/deliberations'
import { givenAuthority, ground, type TestPerson } from '#test/harness'
import { type Planned, givenPlan, planNow } from '../../src/modules/accountability/test/plan.ts'
import {
  freezeAs,
  itemOf,
  sendAs,
  toAgenda,
} from '../../src/modules/accountability/test/sending.ts'

const off = ['accountability', 'ecomptes', 'strategy']

let planned: Planned
let administrator: TestPerson

const asHouse = <T>(work: () => Promise<T>) => planned.town.authority.asSystem(work)
const switchedOff = (names: readonly string[]) =>
  asHouse(async () => {
    for (const name of names) await switchOff(name)
  })

describe('trades that are off', () => {
  let before: { rail: string; found: number; status: number }
  let item: string

  beforeAll(async () => {
    planned = await givenPlan()
    const { town, coordinator } = planned
    administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
    item = await sent(planned)
    before = {
      rail: (await coordinator.visitor.get('/strategy')).text,
      found: (await asHouse(() => search('école'))).total,
      status: (await coordinator.visitor.get(`/strategy/plans/${planned.plan.id}`)).status,
    }
    await switchedOff(off)
  })

  test('were there before', () => {
    expect(before.status).toBe(200)
    expect(before.rail).toContain('href="/strategy"')
    expect(before.found).toBeGreaterThan(0)
  })

  test('answer 404 under every address: pages, API and public pages, whoever asks', async () => {
    const { house } = await ground()
    const theirs = house.routes.filter(({ trade }) => off.includes(trade ?? ''))
    expect(theirs.length).toBeGreaterThan(60)
    const answers = theirs.map(async ({ method, path, face }) => {
      const address = path.replaceAll(/:\w+/g, planned.plan.id)
      const { visitor } = planned.coordinator
      if (face === 'api')
        return [path, (await visitor.api(method.toUpperCase(), address.replace('/api', ''))).status]
      return [
        path,
        (await (method === 'get' ? visitor.get(address) : visitor.post(address))).status,
      ]
    })
    expect(await Promise.all(answers)).toEqual(theirs.map(({ path }) => [path, 404]))
  })

  test('fill no place of the house, which keeps what they put there', async () => {
    const { house } = await ground()
    const fillings = house.modules
      .filter(({ name }) => off.includes(name))
      .flatMap(({ fills = [] }) => fills)
    expect(fillings.length).toBeGreaterThan(8)
    await asHouse(async () => {
      for (const { into, values } of fillings) {
        expect([into.name, into.all().filter((one) => values.includes(one))]).toEqual([
          into.name,
          [],
        ])
        expect(into.every()).toEqual(expect.arrayContaining([...values]))
      }
    })
  })

  test('are not in the rail, the inbox, what waits, the lists of words nor the settings', async () => {
    const { coordinator } = planned
    for (const path of ['/inbox', '/vocabularies', '/search?q=plan']) {
      const { text } = await coordinator.visitor.get(path)
      expect([path, text.includes('/strategy')]).toEqual([path, false])
    }
    const ofWords = await administrator.visitor.get('/vocabularies/strategy.source')
    expect(ofWords.status).toBe(404)
    const lists = await administrator.visitor.get('/vocabularies')
    expect(lists.text).toContain('/vocabularies/deliberations.category')
    expect(lists.text).not.toContain('/vocabularies/strategy')
    const counted = await planned.town.authority.as(coordinator, async () =>
      Promise.all(waiting.all().map((count) => count())),
    )
    expect(
      counted.flatMap((one) => [...one.keys()]).filter((kind) => kind.startsWith('strategy')),
    ).toEqual([])
    expect((await coordinator.visitor.api('GET', '/inbox')).text).not.toContain('strategy.')
  })

  test('are not found, whoever searches, even the house', async () => {
    const kinds = (await asHouse(() => search('école'))).found.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('strategy'))).toEqual([])
    expect(
      (await asHouse(() => search('actualisation OR PST'))).found.map(({ kind }) => kind),
    ).toContain('deliberations.item')
  })

  test('are not described to programs of this authority, and are to those of another', async () => {
    const paths = async (visitor: TestPerson['visitor']) =>
      Object.keys((await visitor.api('GET', '/openapi.json')).json<{ paths: object }>().paths)
    const here = await paths(administrator.visitor)
    expect(here.filter((path) => path.startsWith('/api/strategy'))).toEqual([])
    expect(here).toContain('/api/deliberations/meetings')
    const elsewhere = await paths((await givenAuthority()).visitor())
    expect(elsewhere.filter((path) => path.startsWith('/api/strategy'))).not.toEqual([])
  })

  test('leave no tab and no link with the trades that stay on', async () => {
    const { secretariat } = planned.town
    const { text } = await secretariat.visitor.get(`/deliberations/items/${item}`)
    expect(text).not.toContain('/strategy')
  })

  test('show their dossiers to nobody', async () => {
    await expect(planNow(planned)).rejects.toBeInstanceOf(NotFound)
  })

  test('keep all rows: on again, everything is as it was', async () => {
    await asHouse(async () => {
      for (const name of off.toReversed()) await switchOn(name)
    })
    expect((await planNow(planned)).title).toBe('PST 2025-2030')
    const again = await planned.coordinator.visitor.get('/strategy')
    expect(again.text).toContain('href="/strategy"')
    expect((await asHouse(() => search('école'))).total).toBe(before.found)
  })
})

/** A point that came out of a version of the plan, on its way to the council. */
async function sent(one: Planned): Promise<string> {
  const version = await freezeAs(one, 'presentation')
  expect((await sendAs(one, version)).status).toBe(303)
  await one.town.authority.drain()
  return itemOf(one, version)
}

test('a job of a trade that is switched off waits, and is done once it is on again', async () => {
  planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  await switchedOff(['accountability'])
  const { authority } = planned.town
  await authority.drain()
  const [point = ''] = await asHouse(async () =>
    (await search('PST')).found
      .filter(({ kind }) => kind === 'deliberations.item')
      .map((one) => one.subject_id),
  )
  expect(await asHouse(() => annexesOf(point))).toEqual([])
  await asHouse(() => switchOn('accountability'))
  await authority.drain()
  expect(await asHouse(() => annexesOf(point))).toHaveLength(1)
  await authority.drain()
  expect(await asHouse(() => annexesOf(point))).toHaveLength(1)
})

test('who sits in an organ bears it as soon as the trade is on, without signing in anew', async () => {
  planned = await givenPlan()
  const { authority, mayor } = planned.town
  const bears = () =>
    authority.as(mayor, async () => (await sessionActor(mayor.token))?.principals ?? [])
  const byOrgan = async () => (await bears()).some((one) => one.startsWith('organ:'))
  const gone = [
    'regulations',
    'accountability',
    'incoming',
    'publications',
    'minutes',
    'plonemeeting',
    'restapi',
    'deliberations',
  ]
  await switchedOff(gone)
  await authority.drain()
  expect(await byOrgan()).toBe(false)
  await asHouse(() => switchOn('deliberations'))
  await authority.drain()
  expect(await byOrgan()).toBe(true)
})

test('a part of a trade comes and goes with it, and nobody switches it apart', async () => {
  planned = await givenPlan()
  expect(tradesOfHouse().map(({ name }) => name)).not.toContain('sittings')
  await expect(asHouse(() => switchOff('sittings'))).rejects.toThrow(NotFound)
  const isThere = () => asHouse(async () => isOn('sittings'))
  expect(await isThere()).toBe(true)
  await switchedOff([
    'regulations',
    'accountability',
    'incoming',
    'publications',
    'minutes',
    'plonemeeting',
    'restapi',
    'deliberations',
  ])
  expect(await isThere()).toBe(false)
  const { house } = await ground()
  const path = house.routes.find((route) => route.path.endsWith('/items/:id/session'))
  expect(path?.trade).toBe('deliberations')
})

test('a trade that is off does nothing on what happens elsewhere', async () => {
  planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  const { item } = await toAgenda(planned, version)
  await switchedOff(['accountability'])
  await asHouse(async () => change(items, itemWorkflow, await read(items, item), 'accept'))
  expect((await planNow(planned)).state).toBe('draft')
})

test('an authority of one trade sees nothing of the others, from its first day', async () => {
  const authority = await givenAuthority('cpas', { trades: ['strategy'] })
  const { visitor } = await authority.person({ roles: ['agent', 'administrator'] })
  expect((await visitor.get('/strategy')).status).toBe(200)
  expect((await visitor.get('/deliberations')).status).toBe(404)
  const { text } = await visitor.get('/inbox')
  expect(text).toContain('href="/strategy"')
  expect(text).not.toContain('href="/deliberations"')
})

test('what citizens read of a trade goes with it, and comes back', async () => {
  const { database, house, gate, app } = await ground()
  const slug = `public-${randomUUID()}`
  const host = `${slug}.localhost`
  const [beauval] = fictional
  if (!beauval) throw new Error('Beauval is the first')
  await openFictional(database, house, { ...beauval, slug, hosts: [host] }, beauval.slug)
  const status = async () =>
    (await app.request(`http://${host}/pst`, { headers: { host }, redirect: 'follow' })).status
  const switching = async (work: () => Promise<unknown>) => {
    const authority = await gate.bySlug(slug)
    if (authority) await actAs(system, () => inTenant(database, authority, work))
  }
  expect(await status()).toBeLessThan(400)
  await switching(() => switchOff('accountability'))
  expect(await status()).toBe(404)
  await switching(() => switchOn('accountability'))
  expect(await status()).toBeLessThan(400)
})
