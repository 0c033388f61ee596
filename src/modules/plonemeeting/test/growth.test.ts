import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { decodeJson } from '#commons/plone'
import { struckOut } from '../commit.ts'
import { readItem } from '../item.ts'
import { read } from '../read.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)
const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['brackets that are not closed', times('[')],
  ['strings that are not closed', times('"\\"')],
  ['members', (size: number) => `[${times('{"a":1},')(size)}{}]`],
  ['lines before a fault', (size: number) => `[${times('1,\n')(size)}x]`],
])('twice as much JSON takes twice as long: %s (S3)', (_, source) => {
  const read = (text: string) => decodeJson(bytes(text))
  expect(growth(source, read, 400_000)).toBeLessThan(2.6)
})

test('a point with twice as much text takes twice as long (S3)', () => {
  const point = (size: number) => ({
    '@type': 'MeetingItemCouncil',
    motivation: { 'content-type': 'text/html', data: times('<p>x<b>y</p>')(size) },
    decision: { 'content-type': 'text/plain', data: times('a\n\n')(size) },
  })
  expect(growth(point, (raw) => readItem(raw, 'points.json'), 200_000)).toBeLessThan(2.6)
})

test('twice as many points take twice as long (S3)', () => {
  const file = (size: number) => ({
    name: 'points.json',
    bytes: bytes(
      JSON.stringify({
        items: Array.from({ length: size / 50 }, (_, at) => ({
          '@type': 'MeetingItemCouncil',
          UID: `point-${at}`,
          title: `Point ${at}`,
        })),
      }),
    ),
  })
  expect(growth(file, (one) => read([one]), 80_000)).toBeLessThan(2.6)
})

test.each([
  ['brackets', times('[')],
  ['brackets with words', times('[[a')],
  ['brackets that are closed', times('[[a]]')],
])('a list of those present that is twice as long takes twice as long: %s (H3)', (_, source) => {
  expect(growth(source, struckOut, 400_000)).toBeLessThan(2.6)
})

test('PloneMeeting strikes out who stands between double brackets', () => {
  expect(struckOut('<p>[[Mme Doyen]], M. [Hautval]</p>')).toBe(
    '<p><s>Mme Doyen</s>, M. [Hautval]</p>',
  )
})
