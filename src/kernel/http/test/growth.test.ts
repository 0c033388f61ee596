import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { cents, integer, plainText } from '../index.ts'
import { chosenOf } from '../compress.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)

test.each([
  ['blanks', (size: number) => `gzip${' '.repeat(size)};q=1`],
  ['names', times('br;q=0.1,')],
  ['marks', times(';')],
])('twice as much of an accept-encoding takes twice as long: %s (S1)', (_, source) => {
  expect(growth(source, chosenOf, 100_000)).toBeLessThan(2.6)
})

test.each([
  ['figures', times('1')],
  ['figures in threes', (size: number) => `1${times(' 234')(size)}x`],
  ['figures in threes with dots', (size: number) => `1${times('.234')(size)},`],
  ['blanks between figures', (size: number) => `1${' '.repeat(size)}x`],
])('twice as long a number is read in twice the time: %s (S1)', (_, source) => {
  const read = (text: string) => [
    cents().safeParse(text).success,
    integer(0, 9).safeParse(text).success,
  ]
  expect(growth(source, read, 100_000)).toBeLessThan(2.6)
})

test.each([
  ['blanks', (size: number) => `a${' '.repeat(size)}b`],
  ['signs without a shape', times('\u200B\u2060')],
  ['marks over letters', times('e\u0301')],
  ['signs of many scripts', times('aあЖ')],
])('twice as long a line is read in twice the time: %s (S1)', (_, source) => {
  const read = (text: string) => plainText(1_000_000).safeParse(text).success
  expect(growth(source, read, 100_000)).toBeLessThan(2.6)
})
