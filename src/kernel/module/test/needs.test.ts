import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ground } from '#test/harness'
import { permission } from '#kernel/access'
import { assemble, checkNeeds, fill, inOrderOfNeeds, type Module, slot, tradeOf } from '../index.ts'

const module = (name: string, needs: string[] = [], floor: Module['floor'] = 'modules') => ({
  name,
  needs,
  floor,
  nature: 'always' as const,
})

/** A message that there is: what the trade is called matters to nobody here. */
const said = 'trades.title'

describe('the needs of modules', () => {
  test('name modules that are in the house', () => {
    expect(checkNeeds([module('a', ['b'])])).toEqual(['a needs b, which is not in the house'])
  })

  test('point down only', () => {
    const wrong = checkNeeds([module('a', ['b'], 'commons'), module('b')])
    expect(wrong).toEqual(['a is on the first floor and needs b, which is above it'])
  })

  test('do not go round', () => {
    const round = [module('a', ['b']), module('b', ['c']), module('c', ['a'])]
    expect(checkNeeds(round)).toEqual(['The needs go round: a → b → c → a'])
    expect(checkNeeds([module('a', ['a'])])).toEqual(['The needs go round: a → a'])
  })

  test('are told apart by names that nobody shares', () => {
    expect(checkNeeds([module('a'), module('a')])).toEqual(['Two modules bear the same name'])
  })

  test('are refused before anything of the house stands', () => {
    expect(() => assemble([module('a', ['b'])], [])).toThrow('a needs b')
  })
})

describe('a part of a trade', () => {
  const trade = { ...module('letters'), nature: 'trade', title: said, brings: said } as const
  const part = (of: string, needs: string[]): Module => ({
    ...module('seals', needs),
    nature: 'part',
    of,
  })

  test.for([
    [[part('stamps', [])], 'seals is part of stamps, which is no trade'],
    [[trade, part('letters', [])], 'seals is part of letters and does not need it'],
  ] as const)('stands on it: %#', ([modules, wrong]) => {
    expect(() => assemble(modules, [])).toThrow(wrong)
  })

  test('goes with that trade; what is always there goes with none', () => {
    const [whole, seals] = [trade, part('letters', ['letters'])]
    expect([whole, seals, module('clock')].map(tradeOf)).toEqual(['letters', 'letters', null])
  })
})

describe('a house is not opened', () => {
  test('that asks for a permission without a policy', () => {
    permission('unruled.read')
    const unruled = module('unruled')
    expect(() => assemble([unruled], [])).toThrow(
      'The permission unruled.read is asked for and has no policy',
    )
    expect(() => permission('unruled.write')).toThrow('unruled.write is named late')
  })

  test('that waits for what nobody declares', () => {
    const waiting = { ...module('waits'), reactions: { 'waits.letter.post': async () => {} } }
    expect(() => assemble([waiting], [])).toThrow(
      'waits waits for the event waits.letter.post, which nobody declares',
    )
  })
})

describe('the order of modules', () => {
  /** Modules that need only earlier ones: any such house can be built. */
  const houses = fc
    .array(fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
    .map((all) =>
      all.map((needs, at) =>
        module(
          `m${at}`,
          needs.filter((other) => other < at).map((other) => `m${other}`),
        ),
      ),
    )

  test('puts each after all that it needs, and each once', () => {
    fc.assert(
      fc.property(houses, (modules) => {
        const order = inOrderOfNeeds(modules).map(({ name }) => name)
        expect(order.toSorted()).toEqual(modules.map(({ name }) => name).toSorted())
        for (const { name, needs } of modules)
          for (const needed of needs)
            expect(order.indexOf(needed)).toBeLessThan(order.indexOf(name))
      }),
    )
  })

  test('does not depend on the order in which they are listed', () => {
    fc.assert(
      fc.property(
        houses.chain((modules) =>
          fc.tuple(
            fc.constant(modules),
            fc.shuffledSubarray(modules, { minLength: modules.length }),
          ),
        ),
        ([modules, shuffled]) => {
          expect(inOrderOfNeeds(shuffled)).toEqual(inOrderOfNeeds(modules))
        },
      ),
    )
  })
})

test('a place holds what modules put there once the house stands, not before', () => {
  const place = slot<string>('test')
  const filling = fill(place, 'a', 'b')
  expect(place.all()).toEqual([])
  filling.place()
  expect(place.all()).toEqual(['a', 'b'])
})

test('a house in whose places something is wrong does not stand', () => {
  const wrong = { ...module('a'), checks: () => ['There are two of it'] }
  expect(() => assemble([module('b'), wrong], [])).toThrow('There are two of it')
})

test('the needs of this house hold, and folders of all floors bring their tables', async () => {
  const { house } = await ground()
  expect(checkNeeds(house.modules)).toEqual([])
  const folders = house.migrations.map(({ name }) => name)
  expect(folders).toEqual(
    expect.arrayContaining(['kernel/auth', 'commons/dossiers', 'modules/deliberations']),
  )
})
