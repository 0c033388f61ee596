import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { isLdif, rowsOfLdif } from '../import/ldif.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)

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
