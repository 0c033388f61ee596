import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AgendaEntry,
  insert,
  isLawful,
  keepsDecided,
  moveLawfully,
  reachOf,
} from '../ordering.ts'
import { placed, without } from '../places.ts'

const council = { closedLast: true }
const seven = [...'abcdefg'].map((id) => point(id))

function point(id: string, values: Partial<AgendaEntry> = {}): AgendaEntry {
  const ranks = { categoryRank: 1, serviceRank: 1 }
  return { id, listType: 'normal', privacy: 'public', ...ranks, title: id, ...values }
}

/** « 1 a · 2 b · 2.1 d » */
const shown = (entries: readonly AgendaEntry[]) =>
  placed(entries)
    .map(({ id, number }) => `${number} ${id}`)
    .join(' · ')

/** The agenda after a move; why it was refused. */
function moved(agenda: readonly AgendaEntry[], id: string, to: number | string) {
  const move = moveLawfully(agenda, id, to, council)
  return move.moved ? agendaOf(agenda, move.places) : move.reason
}

const agendaOf = (
  entries: readonly AgendaEntry[],
  places: readonly { id: string; number: string }[],
): AgendaEntry[] =>
  places.flatMap(({ id, number }) =>
    entries
      .filter((entry) => entry.id === id)
      .map((entry) => ({ ...entry, below: number.includes('.') })),
  )

function after(agenda: readonly AgendaEntry[], ...moves: [id: string, to: number | string][]) {
  return moves.reduce((now: readonly AgendaEntry[], [id, to]) => {
    const next = moved(now, id, to)
    if (typeof next === 'string') throw new Error(next)
    return next
  }, agenda)
}

test('A02 4 moved to 2.1 stands below 2; 3 moved to 6.1 lands on 5.1, for a number was freed; where 2 goes away, 2.1 is 2', () => {
  const first = after(seven, ['d', '2.1'])
  expect(shown(first)).toBe('1 a · 2 b · 2.1 d · 3 c · 4 e · 5 f · 6 g')
  const second = after(first, ['c', '6.1'])
  expect(shown(second)).toBe('1 a · 2 b · 2.1 d · 3 e · 4 f · 5 g · 5.1 c')
  expect(shown(after(second, ['b', '4']))).toBe('1 a · 2 d · 3 e · 4 b · 5 f · 6 g · 6.1 c')
  expect(shown(without(second, 'b'))).toBe('1 a · 2 d · 3 e · 4 f · 5 g · 5.1 c')
})

test('A01 nothing goes to a number that is not there: 0, 0.1, 9, 8.1, 2.2 without 2.1, 2.23, nor below itself', () => {
  const refused = ['0', '0.1', '9', '8.1', '2.2', '2.23', '4.1'].map((to) => moved(seven, 'd', to))
  expect(refused).toEqual([
    ...['before_the_first', 'before_the_first', 'after_the_last', 'after_the_last'],
    ...['below_is_missing', 'below_is_missing', 'below_itself'],
  ])
})

test('A03 points below one move with the arrows among themselves alone; a whole number takes one out of them', () => {
  const agenda = after(seven, ['d', '2.1'], ['e', '2.2'], ['f', '2.3'])
  expect(shown(agenda)).toBe('1 a · 2 b · 2.1 d · 2.2 e · 2.3 f · 3 c · 4 g')
  expect(reachOf(agenda, 'd', council)).toEqual({
    ...{ number: '2.1', up: null, down: '2.2', first: null, last: '2.3' },
  })
  expect(reachOf(agenda, 'f', council)).toMatchObject({ up: '2.2', down: null })
  expect(shown(after(agenda, ['d', '2.2']))).toBe('1 a · 2 b · 2.1 e · 2.2 d · 2.3 f · 3 c · 4 g')
  expect(shown(after(agenda, ['e', '3']))).toBe('1 a · 2 b · 2.1 d · 2.2 f · 3 e · 4 c · 5 g')
  expect(reachOf(agenda, 'c', council)).toMatchObject({ up: '2', down: '4' })
})

test('put amid those below one by hand, a point is one of them; one of them that is put elsewhere is not', () => {
  const agenda = after(seven, ['d', '2.1'], ['e', '2.2'])
  expect(shown(after(agenda, ['g', 4]))).toBe('1 a · 2 b · 2.1 d · 2.2 g · 2.3 e · 3 c · 4 f')
  expect(shown(after(agenda, ['d', 4]))).toBe('1 a · 2 b · 2.1 e · 2.2 d · 3 c · 4 f · 5 g')
  expect(shown(after(agenda, ['d', 5]))).toBe('1 a · 2 b · 2.1 e · 3 c · 4 d · 5 f · 6 g')
})

test('what is below a point is of its part of the sitting, and nothing changes the number of what is decided', () => {
  const agenda = [
    ...[point('a'), point('b'), point('late', { listType: 'late' })],
    ...[point('p', { privacy: 'secret' }), point('q', { privacy: 'secret' })],
  ]
  expect(moved(agenda, 'p', '3.1')).toBe('other_part')
  expect(moved(agenda, 'q', '4.1')).not.toBe('other_part')
  const [first = point('a'), ...others] = agenda
  expect(moved([first, ...others.map((one) => ({ ...one, decided: true }))], 'a', '2')).toBe(
    'decided',
  )
  const last = [...seven.slice(0, 6), point('g', { decided: true })]
  expect(moved(last, 'c', '2.1')).toBe('decided')
})

test('a point that is presented goes before or behind a group, never amid it; ordering anew keeps groups', () => {
  const ranked = seven.map((one, at) => ({ ...one, serviceRank: at + 1 }))
  const agenda = after(ranked, ['g', '2.1'])
  const methods = [{ by: 'on_services' as const }]
  const newcomer = point('new', { serviceRank: 2 })
  expect(shown(agendaOf([...agenda, newcomer], insert(agenda, [newcomer], methods)))).toBe(
    '1 a · 2 b · 2.1 g · 3 new · 4 c · 5 d · 6 e · 7 f',
  )
  const turned = insert([], agenda, [{ by: 'on_services', reversed: true }])
  expect(shown(agendaOf(agenda, turned))).toBe('1 f · 2 e · 3 d · 4 c · 5 b · 5.1 g · 6 a')
})

const anyTarget = fc.oneof(
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 8 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 }))
    .map((at) => at.join('.')),
)

test('whatever is moved, numbers follow the order without a gap, the law is kept and what is decided stands', () => {
  const agenda = [
    ...[point('a', { decided: true }), point('b'), point('c'), point('d')],
    ...[point('l', { listType: 'late' }), point('m', { listType: 'late' })],
    ...['p', 'q', 'r'].map((id) => point(id, { privacy: 'secret' })),
  ]
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...agenda.map(({ id }) => id)), anyTarget)),
      (moves) => {
        let now: AgendaEntry[] = agenda
        for (const [id, to] of moves) {
          const next = moveLawfully(now, id, to, council)
          if (!next.moved) continue
          expect(keepsDecided(now, next.places)).toBe(true)
          if (typeof to === 'number')
            expect(next.places.find((place) => place.id === id)?.position).toBe(to)
          now = agendaOf(now, next.places)
          expect(placed(now)).toEqual(next.places)
          expect(isLawful(now, council)).toBe(true)
        }
      },
    ),
  )
})
