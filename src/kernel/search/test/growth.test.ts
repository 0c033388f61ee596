import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { marked, whole } from '../marks.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)

test.each([
  ['spaces', (size: number) => `a${' '.repeat(size)}b`],
  ['line ends among spaces', times(' \n ')],
  ['words', times('mot œuvré ')],
  ['one word', times('é')],
])('a passage of twice as much is marked in twice the time: %s (S3)', (_, source) => {
  const work = (text: string) => [whole(text), marked(text, ['mo', 'oe'])]
  expect(growth(source, work, 200_000)).toBeLessThan(2.6)
})
