import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sources } from './house.ts'

/** What was found to fail once, by its number, and what holds since: faults.txt. */
const faults = readFileSync(join(import.meta.dirname, 'faults.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/)[0] ?? '')

/** The numbers that the names of tests bear: `… is refused (T3, S2)`. */
function numbersIn(text: string): string[] {
  const named = text.matchAll(/\(([A-Z]\d+(?:, [A-Z]\d+)*)\)(?:: %\w)?[`'")$]/g)
  return [...named].flatMap(([, numbers = '']) => numbers.split(', '))
}

test('each fault that was found has a test that names it', () => {
  const tests = sources.filter(({ path }) => /\.test\.tsx?$/.test(path))
  expect(tests.length).toBeGreaterThan(100)
  const named = new Set(tests.flatMap(({ text }) => numbersIn(text)))
  expect(faults.filter((number) => !named.has(number))).toEqual([])
})

test('a fault without a test is found', () => {
  expect(numbersIn(`test('a text that is refused (T3, S2)', () => {})`)).toEqual(['T3', 'S2'])
  expect(numbersIn(`// something (T4) is said of it`)).toEqual([])
})
