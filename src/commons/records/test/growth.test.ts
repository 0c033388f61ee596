import { expect, test } from 'vitest'
import { clean } from '#kernel/richtext'
import { growth } from '#kernel/testing'
import { rich, text } from '../texts.tsx'

const { typed } = text(200, { label: 'records.title' })
const cell = (given: string) => typed?.(given)

test.each([
  ['blanks', (size: number) => `abc${' '.repeat(size)}b`],
  ['ends of lines', (size: number) => `a${'\n'.repeat(size)}b`],
  ['blanks and ends of lines', (size: number) => `a${' \n '.repeat(size / 3)}b`],
])('a cell that is twice as long is read in twice the time: %s (H2)', (_, source) => {
  expect(growth(source, cell, 400_000)).toBeLessThan(2.6)
})

test('a cell of several lines is read as one', () => {
  expect(cell('  Clé \r\n du\u2028\n  moulin ')).toBe('Clé du moulin')
})

test('a long text is made ready for its field beside the server (M20)', async () => {
  const { html } = clean('<p>a</p>'.repeat(60_000))
  const before = process.threadCpuUsage()
  await rich({ label: 'records.title' }).input('motivation', html, {})
  // Made here it would take two seconds of this thread.
  expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(500)
})
