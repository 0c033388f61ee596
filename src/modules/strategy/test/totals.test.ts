import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Amounts, amountKey, amountOf, sumOf, sumsBy } from '#commons/budgets'
import { type Costed, rollUp, shareOf } from '../totals.ts'
import { apportion, rescaled, whole } from '../weights.ts'
import { bare, cents, plans, states, total } from './any-plan.ts'

/** Weights of some places that add up to a whole. */
const wholeWeights = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: whole }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => {
      const sorted = [0, ...cuts.toSorted((a, b) => a - b), whole]
      return sorted.slice(1).map((cut, at) => cut - (sorted[at] ?? 0))
    })

describe('weights', () => {
  test('an amount is split to the cent, each part less than a cent from its exact share', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 8 }).chain(wholeWeights), (amount, weights) => {
        const parts = apportion(amount, weights)
        expect(total(parts)).toBe(amount)
        for (const [at, part] of parts.entries())
          expect(Math.abs(part - (amount * (weights[at] ?? 0)) / whole)).toBeLessThan(1.05)
      }),
    )
  })

  test('a place without weight has nothing, and the same weights have the same but for one cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 9 }), (amount, n) => {
        const parts = apportion(amount, [...Array.from({ length: n }, () => 1), 0])
        expect(parts.at(-1)).toBe(0)
        const [most, least] = [Math.max(...parts.slice(0, n)), Math.min(...parts.slice(0, n))]
        expect(most - least).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('what rounding leaves goes to the largest remainder, the first of equals', () => {
    expect(apportion(100, [3333, 3333, 3334])).toEqual([33, 33, 34])
    expect(apportion(1, [5000, 5000])).toEqual([1, 0])
    expect(apportion(-1, [5000, 5000])).toEqual([0, -1])
    expect(apportion(100, [0, 0])).toEqual([0, 0])
  })

  test('the places that stay make a whole again, in their proportions; nothing is below zero', () => {
    const some = fc.array(fc.integer({ min: 0, max: whole }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, (weights) => {
        const after = rescaled(weights)
        const before = total(weights)
        expect(total(after)).toBe(whole)
        for (const [at, weight] of after.entries()) {
          expect(weight).toBeGreaterThanOrEqual(0)
          if (before > 0)
            expect(Math.abs(weight - ((weights[at] ?? 0) * whole) / before)).toBeLessThan(1)
        }
      }),
    )
    expect(rescaled([0, 0])).toEqual([whole, 0])
    expect(rescaled([5000])).toEqual([whole])
  })
})

describe('totals', () => {
  const totalOf = (node: Costed, below: ReadonlyMap<string, Amounts>) =>
    sumOf(node.own) + sumOf(below.get(node.id) ?? new Map())

  test('where all states count, the total at the top is that of all lines, however they are mirrored', () => {
    fc.assert(
      fc.property(plans, ({ root, nodes }) => {
        const below = rollUp([root], states)
        expect(totalOf(root, below)).toBe(total(nodes.map(({ own }) => sumOf(own))))
      }),
    )
  })

  test('no cent is lost: what is not at the top stays with the elements that do not count', () => {
    fc.assert(
      fc.property(plans, fc.subarray(states), ({ root, nodes }, counted) => {
        const below = rollUp([root], counted)
        const kept = nodes.filter((node) => node !== root && !counted.includes(node.state))
        const there = totalOf(root, below) + total(kept.map((node) => totalOf(node, below)))
        expect(there).toBe(total(nodes.map(({ own }) => sumOf(own))))
      }),
    )
  })

  test('where no state counts, nothing comes from below, not even a nought', () => {
    fc.assert(
      fc.property(plans, ({ root, nodes }) => {
        const below = rollUp([root], [])
        for (const { id } of nodes) expect(below.get(id)?.size ?? 0).toBe(0)
      }),
    )
  })

  test('the shares of an element over its places add up, by year and source', () => {
    fc.assert(
      fc.property(plans, ({ nodes }) => {
        for (const node of nodes.filter(({ places }) => places.length > 0)) {
          const shares = node.places.map(({ parent_id }) => shareOf(node, node.own, parent_id))
          for (const [key, amount] of node.own)
            expect(total(shares.map((share) => share.get(key) ?? 0))).toBe(amount)
        }
      }),
    )
  })

  test('an element has no share where it does not stand', () => {
    const node = { ...bare('a', 'ongoing'), own: new Map([['2025 s', 100]]) }
    node.places.push({ parent_id: 'root', weight: whole })
    expect(sumOf(shareOf(node, node.own, 'elsewhere'))).toBe(0)
    node.places.push({ parent_id: 'other', weight: 0 })
    expect(sumOf(shareOf(node, node.own, 'elsewhere'))).toBe(0)
  })

  test('amounts add up by year and by source, and a key is read as it was written', () => {
    fc.assert(
      fc.property(plans, ({ nodes }) => {
        for (const { own } of nodes) {
          for (const what of ['year', 'sourceId'] as const)
            expect(sumOf(sumsBy(own, what))).toBe(sumOf(own))
          for (const key of own.keys()) {
            const { year, sourceId } = amountOf(key)
            expect(amountKey(year, sourceId)).toBe(key)
          }
        }
      }),
    )
  })
})
