import { randomUUID } from 'node:crypto'
import { inject, afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { connect, type Database, db } from '#kernel/db'
import type { House } from '#kernel/module'
import { cloneOf } from '#kernel/testing'
import { Gate, inTenant } from '#kernel/tenancy'
import { completeAuthorities, openAuthority } from '#commons/trades'
import { terms } from '#commons/vocabularies'
import { organs } from '#commons/organs'
import { ground } from '#test/harness'
import { fictional, seedDemonstration } from '../../src/seed.ts'
import { demonstrationIn, welcome } from '../../src/welcome.ts'

let database: Database
let house: House

beforeAll(async () => {
  house = (await ground()).house
  const name = `opening_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`
  database = connect({ url: await cloneOf(inject('templateUrl'), name), poolSize: 5 })
})
afterAll(() => database.close())

const fresh = (trades?: string[]) => {
  const slug = `t-${randomUUID()}`
  return {
    ...{ slug, kind: 'municipality', name: slug, shortName: slug, address: [], hue: 1, arms: '' },
    ...{ hosts: [`${slug}.localhost`], trades },
  }
}

/** What an authority starts with, as far as it has it. */
async function had(slug: string): Promise<{ organs: number; sources: number; trades: string[] }> {
  const authority = await new Gate(database).bySlug(slug)
  if (!authority) throw new Error(`${slug} is not there`)
  const known = await actAs(system, () =>
    inTenant(database, authority, async () => ({
      organs: (await organs()).length,
      sources: (await terms('strategy.source')).length,
    })),
  )
  return { ...known, trades: [...authority.trades].toSorted() }
}

const without = (...gone: string[]): House => ({
  ...house,
  modules: house.modules.filter(({ name }) => !gone.includes(name)),
})
const count = async (table: string) =>
  (await database.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

describe('opening an authority', () => {
  test('gives it all trades, unless told, with what they need', async () => {
    const all = fresh()
    await openAuthority(database, house, all)
    expect((await had(all.slug)).trades).toHaveLength(10)
    const some = fresh(['minutes'])
    await openAuthority(database, house, some)
    expect(await had(some.slug)).toMatchObject({ trades: ['deliberations', 'minutes'], sources: 0 })
  })

  test('is all or nothing: where a module cannot give what it gives, nothing is there', async () => {
    const tables = [
      'kernel.tenant',
      'kernel.host',
      'kernel.trade',
      'kernel.provided',
      'commons.term',
    ]
    const counted = () => Promise.all(tables.map(count))
    const before = await counted()
    const last = house.modules.at(-1)
    if (!last) throw new Error('The house is not empty')
    const broken = { ...last, provision: () => Promise.reject(new Error('the disk is full')) }
    const halting = { ...house, modules: [...house.modules.slice(0, -1), broken] }
    await expect(openAuthority(database, halting, fresh())).rejects.toThrow('the disk is full')
    expect(await counted()).toEqual(before)
  })
})

describe('the start', () => {
  test('gives a trade that arrived later to the authorities that have it on (R15)', async () => {
    const old = fresh(['deliberations', 'strategy'])
    await openAuthority(database, without('strategy', 'accountability', 'ecomptes'), old)
    await database.owner.query(
      `insert into kernel.trade (tenant_id, module) select id, 'strategy' from kernel.tenant
       where slug = $1 on conflict do nothing`,
      [old.slug],
    )
    expect((await had(old.slug)).sources).toBe(0)
    expect(await completeAuthorities(database, house)).toEqual(new Map([[old.slug, ['strategy']]]))
    expect((await had(old.slug)).sources).toBeGreaterThan(0)
    expect(await completeAuthorities(database, house)).toEqual(new Map())
  })

  test('switches on what a trade that is on has come to need', async () => {
    const old = fresh(['ecomptes'])
    await openAuthority(database, house, old)
    await database.owner.query(
      `delete from kernel.trade where module = 'strategy'
       and tenant_id = (select id from kernel.tenant where slug = $1)`,
      [old.slug],
    )
    await completeAuthorities(database, house)
    expect((await had(old.slug)).trades).toEqual(['ecomptes', 'strategy'])
  })

  test('finishes one that an older version opened halfway', async () => {
    const half = fresh()
    await database.owner.query(
      `with t as (insert into kernel.tenant (slug, name, short_name, kind)
         values ($1, $1, $1, 'municipality') returning id)
       insert into kernel.trade (tenant_id, module)
       select id, unnest(array['deliberations', 'strategy']) from t`,
      [half.slug],
    )
    await completeAuthorities(database, house)
    expect(await had(half.slug)).toMatchObject({ organs: 2, sources: expect.any(Number) })
    expect((await had(half.slug)).sources).toBeGreaterThan(0)
  })

  test('of two processes gives once', async () => {
    const slugs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const one = fresh()
        await openAuthority(database, without('deliberations'), { ...one, trades: [] })
        await database.owner.query(
          `insert into kernel.trade (tenant_id, module) select id, 'deliberations' from kernel.tenant
           where slug = $1`,
          [one.slug],
        )
        return one.slug
      }),
    )
    const given = await Promise.all([
      completeAuthorities(database, house),
      completeAuthorities(database, house),
    ])
    for (const slug of slugs) {
      expect(given.filter((one) => one.has(slug))).toHaveLength(1)
      expect((await had(slug)).organs).toBe(2)
    }
  })
})

describe('the demonstration', () => {
  beforeAll(async () => {
    await database.close()
    const name = `demonstration_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`
    database = connect({ url: await cloneOf(inject('templateUrl'), name), poolSize: 5 })
  })

  test('is completed by the next start, whatever stopped the first', async () => {
    const [, cpas] = fictional
    if (!cpas) throw new Error('There are two')
    // What an older version left: its row, and nobody in it; the other not begun.
    await openAuthority(database, house, cpas)
    const told = async () =>
      welcome(8080, await demonstrationIn(database, new Gate(database)), null)
    expect(await told(), 'who is not there is not named').toBe('Beffroi is ready on port 8080.')
    await Promise.all([seedDemonstration(database, house), seedDemonstration(database, house)])
    const accounts = async (slug: string) => {
      const authority = await new Gate(database).bySlug(slug)
      if (!authority) throw new Error(`${slug} is not there`)
      const { rows } = await actAs(system, () =>
        inTenant(database, authority, async () =>
          sql<{ n: number }>`select count(*)::int as n from kernel.account`.execute(db()),
        ),
      )
      return rows[0]?.n
    }
    expect(await accounts('beauval')).toBeGreaterThan(5)
    expect(await accounts('cpas-beauval')).toBe(await accounts('beauval'))
    const { rows: written } = await database.owner.query<{ email: string }>(
      'select email from commons.person',
    )
    // Nobody can have a name below .example (RFC 2606), nor be written to by mistake.
    for (const { email } of written) expect(email).toMatch(/^[a-z]+@beauval\.example$/)
    expect(await told()).toMatch(/beauval\.localhost:8080[^]*agent +Tom Delisse/)
  })

  test('is said with the portal of all authorities and the provider that lets in', () => {
    const there = {
      places: [{ name: 'Beauval', host: 'beauval.localhost' }],
      people: [{ login: 'agent', is: 'Tom Delisse' }],
    }
    const found = { portal: 'region.localhost', signOn: 'identity.localhost' }
    const said = welcome(8080, there, null, found)
    expect(said).toMatch(/all authorities +http:\/\/region\.localhost:8080\n/)
    expect(said).toContain('http://identity.localhost:8080')
    expect(welcome(8080, there, null)).not.toMatch(/region|identity/)
  })

  test('leaves a database alone that holds another authority', async () => {
    await openAuthority(database, house, fresh())
    const before = await count('kernel.tenant')
    await seedDemonstration(database, house)
    expect(await count('kernel.tenant')).toBe(before)
  })
})
