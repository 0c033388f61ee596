import { expect, test } from 'vitest'
import { Pace } from '../pace.ts'

test('what an authority sends in great number is taken at its pace, and holds up no other (R4)', async () => {
  const pace = new Pace(1_000_000, 0.05)
  const from = performance.now()
  const loud = Promise.all(Array.from({ length: 30 }, () => pace.take('loud', 10_000)))
  await pace.take('quiet', 10_000)
  expect(performance.now() - from).toBeLessThan(100)
  await loud
  expect(performance.now() - from).toBeGreaterThanOrEqual(240)
})

test('a little is taken at once', async () => {
  const pace = new Pace(1_000_000, 0.05)
  const from = performance.now()
  await pace.take('a', 40_000)
  expect(performance.now() - from).toBeLessThan(30)
})
