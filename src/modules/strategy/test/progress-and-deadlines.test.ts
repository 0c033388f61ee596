import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dated, dateProblems, deadlineOf, isLate } from '../deadline.ts'
import { type Progressing, progressOf } from '../progress.ts'
import { around, bare, origin, plans, total } from './any-plan.ts'

describe('progress', () => {
  test('is between 0 and 100, in whole per cent', () => {
    fc.assert(
      fc.property(plans, ({ nodes }) => {
        for (const node of nodes) {
          const done = progressOf(node)
          expect(Number.isInteger(done)).toBe(true)
          expect(done).toBeGreaterThanOrEqual(0)
          expect(done).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  test('is between the least and the most of what is below, and the same for all efforts alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (all, effort) => {
          const node = over(all.map((progress) => ({ ...leaf, progress, effort })))
          expect(progressOf(node)).toBe(Math.round(total(all) / all.length))
        },
      ),
    )
  })

  test('by hand is what somebody said, whatever is below and whatever the state', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 100 }), ({ nodes }, progress) => {
        for (const node of nodes) expect(progressOf({ ...node, progress })).toBe(progress)
      }),
    )
  })

  test('does not change with what was given up, nor with what has no effort', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom('stopped', 'abandoned'), ({ root }, state) => {
        const before = progressOf(root)
        const dropped = { ...leaf, state, progress: 100 }
        const idle = { ...leaf, state: 'terminated', effort: 0 }
        expect(progressOf({ ...root, children: [...root.children, dropped, idle] })).toBe(before)
      }),
    )
  })

  const leaf: Progressing = { state: 'ongoing', progress: null, effort: 1, children: [] }
  const over = (children: readonly Progressing[]): Progressing => ({ ...leaf, children })

  test('weighs each element by its effort', () => {
    const done = { ...leaf, state: 'terminated', effort: 3 }
    expect(progressOf(over([done, leaf]))).toBe(75)
  })

  test('is 100 once all is done, half for a task under way, nothing before', () => {
    expect(progressOf({ ...over([leaf]), state: 'achieved' })).toBe(100)
    expect(progressOf({ ...leaf, state: 'closed' })).toBe(100)
    expect(progressOf({ ...leaf, state: 'in_progress' })).toBe(50)
    expect(progressOf({ ...leaf, state: 'to_do' })).toBe(0)
    expect(progressOf(over([over([leaf, { ...leaf, state: 'closed' }]), leaf]))).toBe(25)
  })
})

describe('deadlines', () => {
  const { compare } = Temporal.PlainDate
  const datesOf = (nodes: readonly Dated[]) =>
    nodes.flatMap(({ due_on }) => due_on ?? []).toSorted(compare)

  test('an element without a date has the last one below it, mirrors or not', () => {
    fc.assert(
      fc.property(plans, ({ nodes }) => {
        for (const node of nodes) {
          const last = datesOf(around(node, 'children')).at(-1)
          const expected = node.due_on ?? last
          expect(deadlineOf(node)).toEqual(
            expected ? { date: expected, inherited: node.due_on === null } : null,
          )
        }
      }),
    )
  })

  test('a child is later than a parent where, and only where, that parent is earlier than a child', () => {
    fc.assert(
      fc.property(plans, ({ nodes }) => {
        for (const node of nodes) {
          const { due_on } = node
          const problems = dateProblems(node)
          if (!due_on) {
            expect(problems).toEqual(['no_deadline'])
            continue
          }
          const above = datesOf(around(node, 'parents')).filter((one) => compare(due_on, one) > 0)
          const below = datesOf(around(node, 'children')).filter((one) => compare(due_on, one) < 0)
          expect(problems.includes('later_than_parent')).toBe(above.length > 0)
          expect(problems.includes('earlier_than_child')).toBe(below.length > 0)
        }
        const dated = nodes.filter(({ due_on }) => due_on)
        const some = (problem: string) =>
          dated.some((node) => dateProblems(node).some((one) => one === problem))
        expect(some('later_than_parent')).toBe(some('earlier_than_child'))
      }),
    )
  })

  test('what is over, or has no date at all, is never late', () => {
    const late = { ...bare('a', 'ongoing'), due_on: origin }
    expect(isLate(late, origin)).toBe(false)
    expect(isLate(late, origin.add({ days: 1 }))).toBe(true)
    expect(isLate({ ...late, state: 'terminated' }, origin.add({ days: 1 }))).toBe(false)
    expect(isLate({ ...late, due_on: null }, origin.add({ days: 1 }))).toBe(false)
    expect(isLate({ ...late, due_on: null, children: [late] }, origin.add({ days: 1 }))).toBe(true)
  })
})
