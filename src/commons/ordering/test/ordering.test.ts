import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bestRank,
  insert,
  moveLawfully,
  problemsOf,
  reachOf,
  reorder,
  type AgendaEntry,
} from '../ordering.ts'
import { move, type Place, placed } from '../places.ts'
import type { InsertionMethod, Privacy } from '#commons/organs'

const publicFirst: InsertionMethod = { by: 'on_privacy', order: ['public', 'secret'] }
const councilDefault: InsertionMethod[] = [
  publicFirst,
  { by: 'on_list_type' },
  { by: 'on_services' },
]

function point(id: string, values: Partial<AgendaEntry> = {}): AgendaEntry {
  const ranks = { categoryRank: 1, serviceRank: 1 }
  return { id, listType: 'normal', privacy: 'public', ...ranks, title: id, ...values }
}

const ids = (places: readonly Place[]) => places.map(({ id }) => id)
const shown = (places: readonly Place[]) => ids(places).join(' ')

function inOrder<E extends AgendaEntry>(places: readonly Place[], entries: readonly E[]): E[] {
  return places.flatMap(({ id }) => entries.filter((entry) => entry.id === id))
}

const privacies: Privacy[] = ['public_heading', 'public', 'secret_heading', 'secret']
const anyEntry = fc.record({
  id: fc.uuid(),
  listType: fc.constantFrom('normal', 'late'),
  privacy: fc.constantFrom(...privacies),
  categoryRank: fc.nat({ max: 3 }),
  serviceRank: fc.nat({ max: 3 }),
  title: fc.constantFrom('Égouts', 'egouts', 'Voirie 2', 'Voirie 10', ''),
})
const anyAgenda = fc.uniqueArray(anyEntry, {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 12,
})
const reversed = fc.boolean()
const anyMethods = fc.uniqueArray(
  fc.oneof(
    fc.record({
      by: fc.constantFrom('on_list_type', 'on_categories', 'on_services', 'on_title'),
      reversed,
    }),
    fc.record({
      by: fc.constant('on_privacy'),
      order: fc.shuffledSubarray(privacies),
      reversed,
    }),
  ),
  { selector: ({ by }) => by, minLength: 1 },
)

const ofService = (id: string, serviceRank: number, privacy: Privacy) =>
  point(id, { serviceRank, privacy })
const twoServices = [
  ofService('secret-2', 2, 'secret'),
  ofService('public-2', 2, 'public'),
  ofService('secret-1', 1, 'secret'),
  ofService('public-1', 1, 'public'),
]

test('A11 public points come first, then secret ones, each by service; reversed, the secret ones lead', () => {
  const byService: InsertionMethod = { by: 'on_services' }
  expect(shown(insert([], twoServices, [publicFirst, byService]))).toBe(
    'public-1 public-2 secret-1 secret-2',
  )
  expect(shown(insert([], twoServices, [{ ...publicFirst, reversed: true }, byService]))).toBe(
    'secret-1 secret-2 public-1 public-2',
  )
})

test('A12 the configured list of privacies is the order, headings included', () => {
  const agenda = [
    point('p1'),
    point('s1', { privacy: 'secret' }),
    point('heading', { privacy: 'secret_heading' }),
    point('p2'),
    point('s2', { privacy: 'secret' }),
  ]
  const order: Privacy[] = ['secret_heading', 'public', 'secret']
  expect(shown(insert([], agenda, [{ by: 'on_privacy', order }]))).toBe('heading p1 p2 s1 s2')
  const other: Privacy[] = ['public_heading', 'secret', 'public']
  expect(shown(insert([], agenda, [{ by: 'on_privacy', order: other }]))).toBe(
    's1 s2 p1 p2 heading',
  )
})

test('a point of several services goes with the best placed of them', () => {
  const agenda = [point('works', { serviceRank: 1 }), point('culture', { serviceRank: 3 })]
  const shared = point('shared', { serviceRank: bestRank(4, [3, 2]) })
  expect(shown(insert(agenda, [shared], [{ by: 'on_services' }]))).toBe('works shared culture')
})

test('a point goes before the first one of higher rank, even where the agenda was moved by hand', () => {
  const agenda = [point('c3', { categoryRank: 3 }), point('c1', { categoryRank: 1 })]
  const newcomer = point('c2', { categoryRank: 2 })
  expect(shown(insert(agenda, [newcomer], [{ by: 'on_categories' }]))).toBe('c2 c3 c1')
})

test('titles are ordered as a reader expects: without accents or capitals, by number', () => {
  const titled = ['Voirie 10', 'égouts', 'Voirie 2', 'Zoning', 'Eclairage'].map((title) =>
    point(title),
  )
  expect(ids(reorder(titled, [{ by: 'on_title' }]))).toEqual([
    'Eclairage',
    'égouts',
    'Voirie 2',
    'Voirie 10',
    'Zoning',
  ])
})

test('« at the end » puts the point at the end', () => {
  expect(shown(insert([point('a'), point('b')], [point('0')], [{ by: 'at_the_end' }]))).toBe(
    'a b 0',
  )
})

test('« at the end » excludes every other method, the same method twice is refused, none too', () => {
  expect(problemsOf([{ by: 'at_the_end' }, { by: 'on_title' }])).toEqual([
    { problem: 'at_the_end_is_alone' },
  ])
  expect(problemsOf([{ by: 'on_title' }, { by: 'on_title', reversed: true }])).toEqual([
    { problem: 'same_method_twice', by: 'on_title' },
  ])
  expect(problemsOf([])).toEqual([{ problem: 'no_method' }])
  expect(problemsOf([{ by: 'at_the_end' }])).toEqual([])
  expect(problemsOf(councilDefault)).toEqual([])
})

test('late points follow normal ones, in whatever order they were presented', () => {
  fc.assert(
    fc.property(anyAgenda, (entries) => {
      const places = insert([], entries, [{ by: 'on_list_type' }, { by: 'on_services' }])
      const types = inOrder(places, entries).map(({ listType }) => listType)
      expect(types).toEqual(types.toSorted((a, b) => b.localeCompare(a)))
    }),
  )
})

test('moving a late point up swaps it with a late point and changes no normal number', () => {
  const agenda = [
    point('n1'),
    point('n2'),
    point('l1', { listType: 'late' }),
    point('l2', { listType: 'late' }),
  ]
  expect(move(agenda, 'l2', 3)).toEqual({
    moved: true,
    places: placed(['n1', 'n2', 'l2', 'l1'].map((id) => ({ id }))),
  })
})

test('inserting keeps the order of all others and numbers from 1 without a gap', () => {
  fc.assert(
    fc.property(anyAgenda, anyEntry, anyMethods, (agenda, newcomer, methods) => {
      const places = insert(agenda, [newcomer], methods)
      const others = agenda.map(({ id }) => id).filter((id) => id !== newcomer.id)
      expect(ids(places).filter((id) => id !== newcomer.id)).toEqual(others)
      expect(places.map(({ position }) => position)).toEqual(places.map((_, i) => i + 1))
      expect(ids(places)).toContain(newcomer.id)
    }),
  )
})

test('an agenda ordered by the methods stays so whatever is inserted', () => {
  fc.assert(
    fc.property(anyAgenda, anyMethods, (entries, methods) => {
      const inserted = inOrder(insert([], entries, methods), entries)
      expect(ids(reorder(inserted, methods))).toEqual(inserted.map(({ id }) => id))
    }),
  )
})

test('points presented one by one end up as when the whole agenda is ordered at once', () => {
  fc.assert(
    fc.property(anyAgenda, anyMethods, (entries, methods) => {
      expect(insert([], entries, methods)).toEqual(reorder(entries, methods))
    }),
  )
})

test('a point presented again is placed anew, and is there once', () => {
  const agenda = [point('a', { serviceRank: 1 }), point('b', { serviceRank: 2 })]
  const again = point('a', { serviceRank: 3 })
  expect(shown(insert(agenda, [again], [{ by: 'on_services' }]))).toBe('b a')
})

const seven = ['1', '2', '3', '4', '5', '6', '7'].map((id) => ({ id }))

test.each([
  [0, 'before_the_first'],
  [-1, 'before_the_first'],
  [0.1, 'not_a_whole_position'],
  [8, 'after_the_last'],
  [9, 'after_the_last'],
  [8.1, 'not_a_whole_position'],
  [Number.NaN, 'not_a_whole_position'],
])('in an agenda of 7 points, moving to %f is refused: %s', (position, reason) => {
  expect(move(seven, '4', position)).toEqual({ moved: false, reason })
})

test('a point that is not there does not move', () => {
  expect(move(seven, 'x', 1)).toEqual({ moved: false, reason: 'not_on_the_agenda' })
})

test('a move puts the point where asked, keeps the order of the others, and is undone by its reverse', () => {
  const position = fc.integer({ min: 1, max: seven.length })
  fc.assert(
    fc.property(position, position, (from, to) => {
      const id = String(from)
      const result = move(seven, id, to)
      if (!result.moved) throw new Error(result.reason)
      expect(result.places.find((place) => place.id === id)).toEqual({
        ...{ id, position: to, number: String(to) },
      })
      const others = seven.map((entry) => entry.id).filter((each) => each !== id)
      expect(ids(result.places).filter((each) => each !== id)).toEqual(others)
      const back = move(result.places, id, from)
      expect(back.moved && ids(back.places)).toEqual(seven.map((entry) => entry.id))
    }),
  )
})

const council = { closedLast: true }
const stretch = ({ privacy, listType }: AgendaEntry) =>
  (privacy.startsWith('secret') ? 2 : 0) + (listType === 'late' ? 1 : 0)

test('whatever the order of the organ and whoever moves, the closed session comes last and late points after the others (L1122-22, D13)', () => {
  fc.assert(
    fc.property(
      anyAgenda,
      anyMethods,
      fc.array(fc.tuple(fc.nat({ max: 11 }), fc.integer({ min: 1, max: 12 })), { maxLength: 20 }),
      (entries, methods, moves) => {
        let agenda: AgendaEntry[] = inOrder(insert([], entries, methods, council), entries)
        for (const [which, position] of moves) {
          const id = agenda[which % agenda.length]?.id ?? ''
          const reach = reachOf(agenda, id, council)
          const [first, last] = [reach.first ?? reach.up, reach.last ?? reach.down].map((number) =>
            Number(number ?? reach.number),
          )
          const moved = moveLawfully(agenda, id, position, council)
          expect(moved.moved).toBe((first ?? 0) <= position && position <= (last ?? 0))
          if (moved.moved) agenda = inOrder(moved.places, agenda)
          const stretches = agenda.map(stretch)
          expect(stretches).toEqual(stretches.toSorted((a, b) => a - b))
        }
      },
    ),
  )
})

test('a decided point is not passed, nor moved; discipline may stand anywhere (L1122-22, D13)', () => {
  const secret = { privacy: 'secret' } as const
  const agenda = [
    point('a'),
    point('decided', { decided: true }),
    point('b'),
    point('late', { listType: 'late' }),
    point('discipline', { ...secret, freed: true }),
    point('person', secret),
  ]
  const to = (id: string, position: number) => {
    const moved = moveLawfully(agenda, id, position, council)
    return moved.moved ? shown(moved.places) : moved.reason
  }
  expect(to('a', 2)).toBe('decided')
  expect(to('decided', 3)).toBe('decided')
  expect(to('b', 4)).toBe('late_last')
  expect(to('late', 6)).toBe('closed_session_last')
  expect(to('person', 4)).toBe('closed_session_last')
  expect(to('person', 5)).toBe('a decided b late person discipline')
  expect(to('discipline', 3)).toBe('a decided discipline b late person')
})
