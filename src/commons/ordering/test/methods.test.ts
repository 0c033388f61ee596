import { expect, test } from 'vitest'
import type { InsertionMethod } from '#commons/organs'
import { type AgendaEntry, reorder } from '../ordering.ts'
import type { Place } from '../places.ts'

function point(id: string, values: Partial<AgendaEntry> = {}): AgendaEntry {
  const ranks = { categoryRank: 1, serviceRank: 1 }
  return { id, listType: 'normal', privacy: 'public', ...ranks, title: id, ...values }
}

const shown = (places: readonly Place[]) => places.map(({ id }) => id).join(' ')

test('A13 committees: those without, then each before what it shares', () => {
  const by: InsertionMethod[] = [{ by: 'on_committees' }]
  const entries = [
    point('c2', { committeeRanks: [2] }),
    point('c1+c2', { committeeRanks: [2, 1] }),
    point('none'),
    point('c1', { committeeRanks: [1] }),
  ]
  expect(shown(reorder(entries, by))).toBe('none c1 c1+c2 c2')
})

test('A15 kinds of poll follow their list, and turn round', () => {
  const order = ['secret', 'no_vote', 'freehand'] as const
  const entries = order.toReversed().map((pollType) => point(pollType, { pollType }))
  expect(shown(reorder(entries, [{ by: 'on_poll_type', order }]))).toBe('secret no_vote freehand')
  const turned: InsertionMethod = { by: 'on_poll_type', order, reversed: true }
  expect(shown(reorder(entries, [turned]))).toBe('freehand no_vote secret')
})

test('A16 all services of a point count by the best of them', () => {
  const entries = [
    point('third', { serviceRank: 3 }),
    point('shared', { serviceRank: 4, associatedRanks: [1, 5] }),
    point('second', { serviceRank: 2 }),
  ]
  expect(shown(reorder(entries, [{ by: 'on_all_services' }]))).toBe('shared second third')
})

test('what goes on to another organ comes before what stays, by the place of that organ', () => {
  const entries = [point('stays'), point('second', { goesOn: 2 }), point('first', { goesOn: 1 })]
  expect(shown(reorder(entries, [{ by: 'on_other_organ' }]))).toBe('first second stays')
})
