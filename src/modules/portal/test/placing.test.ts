import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiesAt } from '#kernel/tenancy'
import { place } from '../region/placing.ts'

const mark = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20 }),
  lies_at: fc.tuple(
    fc.double({ min: 49.49, max: 51.51, noNaN: true }),
    fc.double({ min: 2.54, max: 6.41, noNaN: true }),
  ),
  weight: fc.nat(),
})

test('every mark is on the map, links stand apart, and names do not run into one another', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 300 }), (marks) => {
      const { drawn, width, height } = place(marks)
      expect(drawn).toHaveLength(marks.length)
      for (const { x, y } of drawn) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
      const links = drawn.filter(({ leads }) => leads)
      for (const [at, one] of links.entries())
        for (const other of links.slice(at + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(44)
    }),
    { numRuns: 30 },
  )
})

test('east is to the right and north above, and the weightiest has its link where two lie together', () => {
  const at = (name: string, lies_at: LiesAt, weight = 1) => ({ name, lies_at, weight })
  const { drawn } = place([
    at('CPAS', [50.4669, 4.8676], 2),
    at('Commune', [50.4669, 4.8675], 9),
    at('Est', [50.4669, 5.8]),
    at('Sud', [49.6, 5.7]),
  ])
  const of = (name: string) => drawn.find(({ mark: one }) => one.name === name)
  expect(of('Commune')).toMatchObject({ leads: true, side: 'right' })
  expect(of('CPAS')).toMatchObject({ leads: false, side: null })
  expect(of('Est')?.x).toBeGreaterThan(of('Commune')?.x ?? 0)
  expect(of('Sud')?.y).toBeGreaterThan(of('Est')?.y ?? 0)
})
