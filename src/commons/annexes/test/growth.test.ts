import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { titleOf } from '../file-name.ts'
import { xmlText } from '../text-of.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)

test.each([
  ['tags that are not closed', times('<w:p ')],
  ['comments that are not closed', times('<!--')],
  ['comments', times('<!-- -->')],
  ['what is not read', times('<w:instrText>x')],
  ['names of entities', times('&amp')],
  ['attributes of one tag', (size: number) => `<w:p ${times('a="b" ')(size)}>x</w:p>`],
  ['words', times('<w:t>mot</w:t>')],
])('twice as much of a packed document takes twice as long: %s (S3)', (_, source) => {
  expect(growth(source, xmlText, 200_000)).toBeLessThan(2.6)
})

test('twice as long a file name takes twice as long (S3)', () => {
  expect(growth(times('.a'), titleOf, 200_000)).toBeLessThan(2.6)
})
