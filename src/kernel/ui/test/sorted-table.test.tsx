import { expect, test } from 'vitest'
import { inLanguage } from '#kernel/i18n'
import {
  type Cell,
  filterAddress,
  FoldedCheckboxes,
  QueryFilters,
  sortable,
  sortedBy,
  Table,
} from '../index.ts'

interface Work {
  name: string
  until: string | null
}
const columns = {
  name: { header: 'Nom', value: ({ name }: Work) => name },
  until: { header: 'Jusque', value: ({ until }: Work) => until, cell: () => 'bientôt' },
}
const works: Work[] = [
  { name: 'A.10', until: null },
  { name: 'À.9', until: '2027-01-01' },
  { name: 'b', until: '2026-01-01' },
]
const names = (sort: string) => sortedBy(columns, sort, works).map(({ name }) => name)

test('rows are sorted by what a column is worth, numbers as numbers, accents aside', () => {
  expect(names('name')).toEqual(['À.9', 'A.10', 'b'])
  expect(names('-name')).toEqual(['b', 'A.10', 'À.9'])
  expect(names('nothing')).toEqual(works.map(({ name }) => name))
})

test('what is worth nothing is last, whichever way it is sorted', () => {
  expect(names('until')).toEqual(['b', 'À.9', 'A.10'])
  expect(names('-until')).toEqual(['À.9', 'b', 'A.10'])
})

test.each([
  ['amounts', { cents: -1000 }, { cents: -500 }, { cents: 10_025 }, { cents: 10_050 }],
  ['numbers', -10, -5, 100.25, 100.5, 1250],
  [
    'days',
    ...['0999-12-31', '2026-06-30', '2026-07-01'].map((day) => Temporal.PlainDate.from(day)),
  ],
  ['instants', ...[0, 1, 60].map((at) => Temporal.Instant.fromEpochMilliseconds(at))],
  ['words', 'A.9', 'a.10', 'école', 'Été', 'zone'],
  ['yes and no', false, true],
])('%s are sorted as what they are (F3)', (_kind, ...cells: Cell[]) => {
  const column = { one: { header: '', value: (cell: Cell) => cell } }
  const mixed = [null, ...cells.toReversed(), '', ...cells]
  const twice = cells.flatMap((cell) => [cell, cell])
  expect(sortedBy(column, 'one', mixed)).toEqual([...twice, null, ''])
  expect(sortedBy(column, '-one', mixed)).toEqual([...twice.toReversed(), null, ''])
})

test('a head sorts by its column, and turns round the one that is sorted', () => {
  const href = (sort: string) => `/works?sort=${sort}`
  const table = inLanguage('fr', () =>
    String(<Table caption="Travaux" columns={sortable(columns, 'name', href)} rows={works} />),
  )
  expect(table).toContain('href="/works?sort=-name"')
  expect(table).toContain('href="/works?sort=until"')
  expect(table.match(/aria-sort/g)).toHaveLength(1)
  expect(table).toContain('bientôt')
})

test('filters keep what they do not show of the query, and are reset only where one is set', () => {
  const filters = [{ name: 'state', label: 'état', before: 'à l’état', any: 'tous', choices: [] }]
  const shown = (query: Record<string, string>) =>
    inLanguage('fr', () =>
      String(<QueryFilters {...{ path: '/w', query, filters }} what="Travaux" words="avec" />),
    )
  const plain = shown({ sort: 'name', state: '', q: '' })
  expect(plain).toContain('<input type="hidden" name="sort" value="name"')
  expect(plain).not.toContain('href="/w"')
  expect(shown({ q: 'gare' })).toContain('href="/w"')
  expect(filterAddress('/w', { q: 'a b', state: '' })).toBe('/w?q=a+b')
})

test('folded boxes say in sight what is ticked, and send that none is', () => {
  const choices = [
    { value: '1', label: 'Un' },
    { value: '2', label: 'Deux' },
  ]
  const html = inLanguage('fr', () =>
    String(<FoldedCheckboxes name="n" label="Nombres" choices={choices} values={['2']} />),
  )
  expect(html).toMatch(/<summary>Nombres :\s*Deux<\/summary>/)
  expect(html).toContain('<input type="hidden" name="n" value=""')
})
