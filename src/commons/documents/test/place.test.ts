import { expect, test } from 'vitest'
import { heaviestPlace } from '../place.ts'

const text = (words: string) => [
  { type: 'paragraph', children: [{ type: 'text', text: words, marks: [] }] },
]

test('the heaviest part of minutes is the point with the longest text', () => {
  const points = [
    { number: '1', title: 'Sel', motivation: text('court') },
    {
      number: '2',
      title: 'Sable',
      motivation: text('x'.repeat(500)),
      decision: text('x '.repeat(500)),
    },
  ]
  expect(
    heaviestPlace({ labels: {}, organ: 'Conseil', parts: [{ title: 'Public', points }] }),
  ).toBe('2 Sable')
})

test('the heaviest part of a report is what stands under its last heading', () => {
  const blocks = [
    { kind: 'heading', level: 1, number: '1', text: 'Eau' },
    { kind: 'paragraph', text: 'mot '.repeat(50), soft: false },
    { kind: 'heading', level: 1, number: '2', text: 'Air' },
    { kind: 'rich', blocks: text('mot '.repeat(500)) },
  ]
  expect(heaviestPlace({ title: 'Plan', facts: [], blocks })).toBe('2 Air')
})

test('a document whose parts have no name has no such place', () => {
  expect(heaviestPlace({ body: text('mot') })).toBe('')
})
