import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { Invalid } from '#kernel/errors'
import { fill } from '#kernel/module'
import { db } from '#kernel/db'
import { agent, checkRoles, declareRole, mayor, roleNamed, roles } from '../role.ts'
import { refreshPrincipals } from '../bearing.ts'
import { addPerson } from '../person.ts'
import { readerNames } from '../readers.tsx'

/** As a trade declares it, with words of its own. */
const words = {
  called: 'directory.administrator',
  sees: 'directory.administrator.sees',
  does: 'directory.administrator.does',
} as const
const warden = declareRole('warden', words, [agent])
const stranger = declareRole('stranger', words)

let authority: TestAuthority
beforeAll(async () => {
  authority = await givenAuthority()
  fill(roles, warden).place()
})

const entered = (role: typeof warden) =>
  authority.asSystem(() =>
    addPerson({ civility: '', firstName: 'Alix', lastName: 'Terval', roles: [role] }),
  )

describe('a role', () => {
  test('that a trade declares is granted; who holds it is also what the trade says', async () => {
    const { actor } = await authority.person({ roles: ['warden'] })
    expect(actor.principals).toContain('role:warden')
    expect(actor.principals).toContain('role:agent')
    expect(await authority.asSystem(() => readerNames(['role:warden']))).toEqual([
      'les gestionnaires',
    ])
  })

  test('stands beside the name of who holds it, and that of an agent does not', async () => {
    const { visitor } = await authority.person({ roles: ['warden'] })
    expect((await visitor.get('/inbox')).text).toContain('<small>gestionnaire</small>')
  })

  test('that no folder of the house declares is granted to nobody', async () => {
    const refused = await entered(stranger).catch((thrown: unknown) => thrown)
    expect(refused).toBeInstanceOf(Invalid)
    expect((refused as Invalid).fields['role']?.[0]).toContain('stranger')
    await expect(authority.asSystem(async () => roleNamed('stranger'))).rejects.toThrow(Invalid)
    // Of the name of one that is declared, and another all the same.
    await expect(entered(declareRole('warden', words))).rejects.toBeInstanceOf(Invalid)
  })

  test('that is no longer declared stays with who holds it, and is said to be unknown', async () => {
    const { id } = await authority.person({ roles: [] })
    await authority.asSystem(async () => {
      await db()
        .insertInto('commons.role_grant')
        .values({ person_id: id, role: 'beadle' })
        .execute()
      await refreshPrincipals(id)
    })
    const { actor, visitor } = await authority.signIn(id)
    expect(actor.principals).toContain('role:beadle')
    const called = 'rôle que la plateforme ne connaît pas (beadle)'
    expect(await authority.asSystem(() => readerNames(['role:beadle']))).toEqual([called])
    expect((await visitor.get('/inbox')).text).toContain(`<small>${called}</small>`)
  })

  test('bears a name that no other role of the house bears', () => {
    const twin = declareRole('mayor', words)
    expect(checkRoles([mayor, agent, twin])).toEqual(['Two folders declare a role mayor'])
    expect(checkRoles([mayor, agent, mayor])).toEqual([])
  })
})
