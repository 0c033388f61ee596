import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { fill } from '#kernel/module'
import { principalSources, refreshPrincipals } from '../bearing.ts'
import {
  addService,
  allServices,
  closeService,
  ensureService,
  myServices,
  services,
  writableServices,
} from '../service.ts'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

describe('what a person bears', () => {
  test('are themselves, their roles, their services and what they do there', async () => {
    const service = await authority.service(`Travaux ${randomUUID()}`)
    const { id, actor } = await authority.person({
      roles: ['agent', 'director_general'],
      in: service,
      as: 'head',
    })
    expect(actor.principals).toEqual(
      [
        `user:${id}`,
        'role:agent',
        'role:director_general',
        `service:${service}`,
        `service:${service}:head`,
      ].toSorted(),
    )
  })

  test('is nothing but themselves, where they have neither role nor service', async () => {
    const { id, actor } = await authority.person()
    expect(actor.principals).toEqual([`user:${id}`])
  })

  test('are also what modules say, of that very person', async () => {
    const known: string[] = []
    fill(principalSources, async (id: string) => {
      return known.includes(id) ? ['organ:test'] : []
    }).place()
    const [member, other] = [await authority.person(), await authority.person()]
    known.push(member.id)
    for (const { id } of [member, other]) await authority.asSystem(() => refreshPrincipals(id))
    expect((await authority.signIn(member.id)).actor.principals).toContain('organ:test')
    expect((await authority.signIn(other.id)).actor.principals).not.toContain('organ:test')
  })

  test('goes with the function that they lose', async () => {
    const service = await authority.service(`Finances ${randomUUID()}`)
    const { id } = await authority.person({ roles: ['agent'], in: service })
    await authority.asSystem(async () => {
      await db().deleteFrom('commons.membership').where('person_id', '=', id).execute()
      await refreshPrincipals(id)
    })
    expect((await authority.signIn(id)).actor.principals).toEqual(['role:agent', `user:${id}`])
  })
})

describe('the services', () => {
  test('come in the order in which they were added', async () => {
    const on = await givenAuthority()
    for (const name of ['Urbanisme', 'Finances', 'Travaux']) await on.service(name)
    const names = (await on.asSystem(() => services())).map(({ name }) => name)
    expect(names).toEqual(['Urbanisme', 'Finances', 'Travaux'])
  })

  test('bear a name each, the same in another authority at will', async () => {
    const name = `Secrétariat ${randomUUID()}`
    await authority.service(name)
    const twice = await authority
      .asSystem(() => addService(name))
      .catch((thrown: unknown) => thrown)
    expect(twice).toBeInstanceOf(Invalid)
    expect((twice as Invalid).fields['name']?.[0]).toContain(name)
    expect(await (await givenAuthority()).service(name)).toBeTruthy()
  })

  test.for(['finances', 'FINANCÉS', 'Fi\u00ADnances', 'Finances\u200B'])(
    'are found taken in any spelling (T6): %j',
    async (name) => {
      const on = await givenAuthority()
      await on.service('Finances')
      await expect(on.asSystem(() => addService(name))).rejects.toThrow(Invalid)
      expect(await on.asSystem(() => services())).toHaveLength(1)
    },
  )

  test('in which a person may write are those where they are an editor or the head', async () => {
    const ids = await Promise.all(
      ['a', 'b', 'c'].map((name) => authority.service(`${name} ${randomUUID()}`)),
    )
    const [edits, heads, observes] = ids.map((serviceId) => ({ serviceId }))
    if (!edits || !heads || !observes) throw new Error('Three services were added')
    const person = await authority.person({
      memberships: [
        { ...edits, function: 'editor' },
        { ...heads, function: 'head' },
        { ...observes, function: 'observer' },
      ],
    })
    const writable = await authority.as(person, () => writableServices())
    expect(writable.map(({ id }) => id).toSorted()).toEqual(
      [edits.serviceId, heads.serviceId].toSorted(),
    )
  })

  test('of a service stand after it in the chart, under its name (PST-18)', async () => {
    const on = await givenAuthority()
    const finance = await on.service('Direction financière')
    await on.service('Travaux')
    const within = (name: string, parent: string) => on.asSystem(() => addService(name, parent))
    const taxes = await within('Taxes', finance)
    expect(taxes).toMatchObject({ name: 'Taxes', label: 'Direction financière - Taxes' })
    await within('Perception', taxes.id)
    await within('Budget', finance)
    expect((await on.asSystem(() => services())).map(({ label }) => label)).toEqual([
      'Direction financière',
      'Direction financière - Taxes',
      'Direction financière - Taxes - Perception',
      'Direction financière - Budget',
      'Travaux',
    ])
    const nowhere = on.asSystem(() => addService('Caisse', randomUUID()))
    await expect(nowhere).rejects.toBeInstanceOf(Invalid)
  })

  test('that was closed is proposed no more; its name stays', async () => {
    const on = await givenAuthority()
    const [open, closed] = [await on.service('Travaux'), await on.service('Tourisme')]
    const person = await on.person({ in: closed })
    await on.asSystem(() => closeService(closed))
    expect((await on.asSystem(() => services())).map(({ name }) => name)).toEqual(['Travaux'])
    expect((await on.asSystem(() => allServices())).map(({ name }) => name)).toContain('Tourisme')
    expect(await on.as(person, () => writableServices())).toEqual([])
    const ensure = (id: string) => on.asSystem(() => ensureService(id, 'service_id'))
    await ensure(open)
    for (const id of [closed, randomUUID(), 'Travaux']) {
      const problem = await ensure(id).catch((thrown: unknown) => thrown)
      expect((problem as Invalid).fields).toEqual({ service_id: ['Ce service n’existe plus.'] })
    }
  })

  test('of mine are those where I work, whatever I do there', async () => {
    const [edits, observes] = [
      await authority.service(`a ${randomUUID()}`),
      await authority.service(`b ${randomUUID()}`),
    ]
    const person = await authority.person({
      memberships: [
        { serviceId: edits, function: 'editor' },
        { serviceId: observes, function: 'observer' },
      ],
    })
    const mine = await authority.as(person, async () => myServices())
    expect(mine.toSorted()).toEqual([edits, observes].toSorted())
  })
})

test('a service that was added or closed is known at once, and in its own authority only', async () => {
  const name = `Cultes ${randomUUID()}`
  const named = async () => (await services()).filter((one) => one.name === name)
  await authority.asSystem(async () => {
    expect(await named()).toEqual([])
    const { id } = await addService(name)
    expect(await named()).toHaveLength(1)
    await closeService(id)
    expect(await named()).toEqual([])
  })
  const elsewhere = await givenAuthority()
  await elsewhere.asSystem(async () => {
    expect(await named()).toEqual([])
    await addService(name)
  })
  await elsewhere.asSystem(async () => expect(await named()).toHaveLength(1))
  await authority.asSystem(async () => expect(await named()).toEqual([]))
})
