import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Indicator, lastTarget, reachedOf, trendOf, valueOf } from '../index.ts'

const day = (number: number) => Temporal.PlainDate.from('2025-01-01').add({ days: number })

/** A series of these figures, a day apart. */
function series(values: readonly number[], given: Partial<Indicator> = {}): Indicator {
  return {
    ...{ id: '', dossier_id: '', label: '', unit: '', source: '', direction: 'up' },
    ...{ baseline: null, targets: [] },
    measures: values.map((value, at) => ({ measured_on: day(at), value, note: '', noted_by: '' })),
    ...given,
  }
}

describe('a series', () => {
  test('leads where its last two figures do, by what is better', () => {
    expect(trendOf(series([1, 5, 3]))).toBe('worse')
    expect(trendOf(series([1, 5, 3], { direction: 'down' }))).toBe('better')
    expect(trendOf(series([5, 3, 3]))).toBe('steady')
  })

  test('begins at its baseline; one figure alone leads nowhere', () => {
    expect(trendOf(series([3], { baseline: 2 }))).toBe('better')
    expect(trendOf(series([3], { baseline: 3 }))).toBe('steady')
    expect(trendOf(series([3]))).toBe('unknown')
    expect(trendOf(series([], { baseline: 3 }))).toBe('unknown')
    expect(trendOf(series([]))).toBe('unknown')
  })

  test('that goes the other way is better where it was worse, and only there', () => {
    const opposite = { better: 'worse', worse: 'better', steady: 'steady', unknown: 'unknown' }
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.option(fc.integer()), (values, baseline) => {
        const up = trendOf(series(values, { baseline }))
        expect(trendOf(series(values, { baseline, direction: 'down' }))).toBe(opposite[up])
      }),
    )
  })

  test('has reached its last figure, of the target of its last year', () => {
    const targets = [
      { year: 2025, value: 10 },
      { year: 2030, value: 20 },
    ]
    expect(reachedOf(series([], { targets }))).toBe('0 / 20')
    expect(reachedOf(series([4, 7], { targets }))).toBe('7 / 20')
    expect(reachedOf(series([4]))).toBe('4 / —')
    expect(valueOf(series([], { baseline: 3 }))).toBe(3)
    expect(valueOf(series([]))).toBeNull()
    expect(lastTarget(series([]))).toBeNull()
  })
})
