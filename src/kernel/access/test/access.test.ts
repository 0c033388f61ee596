import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  actAs,
  type Actor,
  type ActorId,
  actor,
  addPermissions,
  anonymous,
  bears,
  isSystem,
  may,
  permission,
  role,
  signedIn,
  system,
} from '../index.ts'

const person = (...principals: string[]): Actor => ({
  id: 'a person' as ActorId, // Any id will do: nothing here reads accounts.
  name: 'A person',
  principals,
})

describe('who acts', () => {
  test('is nobody until somebody is named, and nobody again afterwards', () => {
    expect(actor()).toBe(anonymous)
    expect(actAs(person('role:agent'), () => bears('role:agent'))).toBe(true)
    expect(actor()).toBe(anonymous)
  })

  test('stays the same across what waits, beside others who act at the same time', async () => {
    const names = await Promise.all(
      ['one', 'other'].map((name) =>
        actAs({ ...person(), name }, async () => {
          await Promise.resolve()
          return actor().name
        }),
      ),
    )
    expect(names).toEqual(['one', 'other'])
  })
})

describe('a principal', () => {
  test('is borne by name, exactly', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (asked, given) => {
        fc.pre(!given.includes('system'))
        expect(bears(asked, person(...given))).toBe(given.includes(asked))
      }),
    )
  })

  test('of a service says nothing of its functions, nor of another service', () => {
    const observer = person('service:1', 'service:1:observer')
    const others = ['service:1:head', 'service:1:editor', 'service:11', 'service:', 'service']
    expect(others.filter((one) => bears(one, observer))).toEqual([])
  })
})

test('the house itself bears everything; nobody else is the house', () => {
  expect([bears('role:mayor', system), isSystem(system)]).toEqual([true, true])
  const namesakes = [person('role:system'), person('user:system'), { ...person(), name: 'Beffroi' }]
  expect([anonymous, ...namesakes].filter((who) => isSystem(who))).toEqual([])
})

describe('a permission', () => {
  addPermissions('test', {
    any: role({ principal: 'role:secretariat' }, { principal: 'role:mayor' }),
    own: (_who, subject?: { owner: string }) => subject?.owner === actor().name,
  })

  test('of roles is given to who holds one of them', () => {
    const given = (who: Actor) => actAs(who, () => may(permission('test.any')))
    expect([given(person('role:mayor')), given(system)]).toEqual([true, true])
    expect([given(person('role:agent')), given(anonymous)]).toEqual([false, false])
  })

  test('can be given on one thing and not on another', () => {
    const given = (owner: string) => actAs(person(), () => may(permission('test.own'), { owner }))
    expect([given('A person'), given('Somebody else')]).toEqual([true, false])
  })

  test('that has no policy is a fault, never a yes', () => {
    expect(() => may(permission('test.unknown'))).toThrow('test.unknown has no policy')
  })

  test('of whoever signed in is given to persons and to the house, not to nobody', () => {
    expect([person(), system, anonymous].map((who) => signedIn(who))).toEqual([true, true, false])
  })
})
