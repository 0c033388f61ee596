import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { isLdif, mostEntries, rowsOfLdif } from '../import/ldif.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)

test('of a directory of 300 000 entries, no more are read than tell that they are too many', () => {
  const bytes = new TextEncoder().encode(`version: 1\n${'dn: a\nsn: x\n\n'.repeat(300_000)}`)
  expect(rowsOfLdif(bytes)).toHaveLength(1 + mostEntries + 1)
})

test.each([
  ['a line without a colon', times('a')],
  ['semicolons', times('a;')],
  ['colons', times(':')],
  ['blanks after a colon', (size: number) => `sn:${' '.repeat(size)}x`],
  ['a value over many lines', (size: number) => `sn: a${times('\n b')(size)}`],
  ['entries', times('dn: cn=a\nsn: x\n\n')],
  ['comments', times('#\n')],
])('twice as much of a directory takes twice as long: %s (H1)', (_, source) => {
  const bytes = (size: number) =>
    new TextEncoder().encode(`version: 1\ndn: cn=a\n${source(size)}\nsn: x\n\n`)
  const read = (one: Uint8Array) => isLdif(one) && rowsOfLdif(one)
  expect(growth(bytes, read, 200_000)).toBeLessThan(2.6)
})
