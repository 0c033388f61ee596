import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { plainOfRtf } from '../rtf.ts'

const times = (piece: string) => (size: number) => `{\\rtf1 ${piece.repeat(size / piece.length)}`

test.each([
  ['groups that are not closed', times('{')],
  ['control words', times('\\par ')],
  ['characters by number', times('\\u8364?')],
  ['skipped characters', (size: number) => `{\\rtf1\\uc100000 ${times('\\u1 aaaa')(size)}`],
  ['words', times('mot ')],
])('twice as much RTF takes twice as long: %s (S3)', (_, source) => {
  expect(growth(source, plainOfRtf)).toBeLessThan(2.6)
})
