import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, firstRound, secondRound } from '../election-count.ts'

const rule = { ballottage: 2 }
const born = (year: number) => Temporal.PlainDate.from({ year, month: 3, day: 14 })
const [a, b, c, d]: Candidate[] = ['a', 'b', 'c', 'd'].map((id, at) => ({
  id,
  born_on: born(1960 + at),
}))
const some = [a, b, c, d].flatMap((one) => one ?? [])

test('who has more than half of the valid papers is elected in the first round (L1122-28)', () => {
  const end = firstRound(1, some, { papers: 20, votes: { a: 4, b: 11, c: 5 } }, rule)
  expect(end).toEqual({ elected: ['b'], ballottage: [], byAge: false, ageless: [] })
})

test('half of the papers elects nobody: the two with most votes stay (L1122-28)', () => {
  const end = firstRound(1, some, { papers: 20, votes: { a: 10, b: 6, c: 4 } }, rule)
  expect(end).toEqual({ elected: [], ballottage: ['a', 'b'], byAge: false, ageless: [] })
})

test('for each post that is left two candidates stay', () => {
  const end = firstRound(2, some, { papers: 20, votes: { a: 15, b: 9, c: 8, d: 5 } }, rule)
  expect(end).toEqual({ elected: ['a'], ballottage: ['b', 'c'], byAge: false, ageless: [] })
})

test('of those with as many votes the eldest stays, and the eldest is elected (L1122-28)', () => {
  const first = firstRound(1, some, { papers: 20, votes: { a: 4, b: 8, c: 4, d: 4 } }, rule)
  expect(first).toMatchObject({ ballottage: ['b', 'a'], byAge: true })
  const second = secondRound(1, some.slice(1, 3), { papers: 16, votes: { b: 8, c: 8 } })
  expect(second).toMatchObject({ elected: ['b'], byAge: true })
})

test('an age that decides and is not known is asked for', () => {
  const ageless = some.map((one) => ({ ...one, born_on: null }))
  const end = secondRound(1, ageless.slice(0, 2), { papers: 16, votes: { a: 8, b: 8 } })
  expect(end.ageless).toEqual(['a', 'b'])
})

test('the second round elects by the most votes, and nobody whom nobody names', () => {
  const end = secondRound(2, some.slice(0, 2), { papers: 9, votes: { a: 9, b: 0 } })
  expect(end.elected).toEqual(['a'])
})

test('never more are elected than there are posts, nobody with fewer votes than who is not, and none of them stays', () => {
  const counts = fc.record({
    a: fc.nat({ max: 20 }),
    b: fc.nat({ max: 20 }),
    c: fc.nat({ max: 20 }),
    d: fc.nat({ max: 20 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), counts, (posts, votes) => {
      const { elected, ballottage } = firstRound(posts, some, { papers: 20, votes }, rule)
      expect(elected.length).toBeLessThanOrEqual(posts)
      expect(ballottage.length).toBeLessThanOrEqual((posts - elected.length) * 2)
      expect(elected.some((id) => ballottage.includes(id))).toBe(false)
      const least = Math.min(...elected.map((id) => votes[id as keyof typeof votes]))
      for (const id of ballottage)
        expect(votes[id as keyof typeof votes]).toBeLessThanOrEqual(least)
    }),
  )
})
