import { expect, test } from 'vitest'
import { inLanguage } from '#kernel/i18n'
import {
  Board,
  Gantt,
  type GanttRow,
  Meter,
  PostButton,
  type TreeNode,
  TreeTable,
} from '../index.ts'

/** The markup with single spaces, none at the ends of tags. */
const html = (node: { toString(): string }) =>
  node
    .toString()
    .replace(/\s+/g, ' ')
    .replace(/ (\/?>)/g, '$1')
const words = (text: string) =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('a meter writes its number beside a bar as long as it, and says both by its name', () => {
  const meter = html(<Meter value={65.4} label="Avancement de « A »" tone="good" />)
  expect(meter).toContain('role="meter" aria-label="Avancement de « A »"')
  expect(meter).toMatch(/class="value" width="65%"/)
  expect(words(meter)).toMatch(/^65\s%$/)
})

test('a meter of nothing draws nothing; what nobody measured says that it is an estimate', () => {
  const none = html(<Meter value={null} label="Avancement" />)
  expect(words(none)).toBe('Avancement, non chiffré —')
  expect(none).not.toContain('<svg')
  const guess = html(<Meter value={40} label="Avancement" estimated />)
  expect(guess).toMatch(/aria-valuetext="≈\s40\s%, estimation"/)
  expect(html(<Meter value={140} label="x" />)).toContain('width="100%" height="8" rx="4"/>')
})

interface Row {
  name: string
  sum: number
}

const node = (name: string, children: TreeNode<Row>[] = []): TreeNode<Row> => ({
  id: name,
  row: { name, sum: 12 },
  children,
})

const columns = [
  { header: 'Montant', cell: (row: Row) => row.sum, align: 'end' as const },
  { header: 'Objet "1"', cell: (row: Row) => row.name, main: true },
]

const tree = (roots: TreeNode<Row>[]) =>
  html(<TreeTable caption="Dossiers" columns={columns} roots={roots} />)

test('the rows of a tree stand in its order, each with its depth and its level in words', () => {
  const table = tree([node('a', [node('b', [node('c')]), node('d')]), node('e')])
  const rows = [
    ...table.matchAll(/<tr role="row" class="level-(\d)" data-depth="(\d)">(.*?)<\/tr>/g),
  ]
  expect(rows.map(([, level, depth, cells]) => [level, depth, words(cells ?? '')])).toEqual([
    ['1', '1', '12 a niveau 1'],
    ['2', '2', '12 b niveau 2'],
    ['3', '3', '12 c niveau 3'],
    ['2', '2', '12 d niveau 2'],
    ['1', '1', '12 e niveau 1'],
  ])
})

test('only what contains something can be folded, by a button that the row names', () => {
  const table = tree([node('a', [node('b')]), { ...node('c', [node('d')]), open: false }])
  const buttons = [...table.matchAll(/<button[^>]*class="fold"[^>]*>/g)].map(([button]) => button)
  expect(buttons).toHaveLength(2)
  expect(buttons[0]).toContain('aria-labelledby="tree-a-fold tree-a-name"')
  expect(table).toContain('id="tree-a-name">a</div>')
  // Without scripts nothing is hidden: what is to be folded is only marked.
  expect(buttons.every((button) => button.includes('aria-expanded="true"'))).toBe(true)
  expect(table.match(/data-folded=""/g)).toHaveLength(1)
  expect(table).not.toMatch(/<tr[^>]* hidden/)
})

test('what is not sent is behind a link that the row names, and a page of the whole is offered without scripts', () => {
  const roots = [node('a', [{ ...node('b'), below: '/plan?branch="b"' }])]
  const table = html(
    <TreeTable caption="x" columns={columns} roots={roots} whole="/plan?all" from={3} id="part" />,
  )
  expect(table).toMatch(/<a class="fold" href="\/plan\?branch=&quot;b&quot;" id="part-b-fold"/)
  expect(table).toContain('aria-expanded="false"')
  expect(table).toContain('<a class="button quiet small" href="/plan?all">')
  expect(table).toContain('data-depth="3"')
  expect(table).toContain('data-depth="4"')
})

test('a tree without branches shows no buttons, one without rows a sentence', () => {
  expect(tree([node('a'), node('b')])).not.toContain('<button')
  expect(tree([])).not.toContain('<table')
})

test('words of a person are escaped in every string that a tree or a calendar is made of', () => {
  const evil = '"><script>x</script>'
  const table = html(
    <TreeTable
      caption={evil}
      columns={[{ header: evil, cell: (row: Row) => row.name }]}
      roots={[{ ...node(evil, [node('b')]), open: false }]}
    />,
  )
  const gantt = html(
    <Gantt {...frame} rows={[{ ...dated('x'), label: evil, href: evil, note: evil, id: evil }]} />,
  )
  for (const text of [table, gantt, html(<Meter value={1} label={evil} text={evil} />)]) {
    expect(text).not.toContain('<script')
    expect(text).toContain('&quot;&gt;&lt;script&gt;')
  }
})

test('cells that are elements stand in a tree as they are', () => {
  const table = html(
    <TreeTable
      caption="x"
      columns={[{ header: 'Objet', cell: ({ name }: Row) => <a href="/x">{name}</a> }]}
      roots={[node('a & b')]}
    />,
  )
  expect(table).toContain('<div class="tree-name"><a href="/x">a &amp; b</a></div>')
})

test('cards stand in their column, counted, and move by the forms that the page gives', () => {
  const board = html(
    <Board
      label="Suivi"
      columns={[
        {
          id: 'todo',
          title: 'À faire',
          tone: 'info',
          cards: [
            {
              id: '7',
              title: 'Rue <b>',
              href: '/7',
              actions: (
                <PostButton action="/move" fields={{ id: 7 }}>
                  Terminer
                </PostButton>
              ),
            },
          ],
        },
        { id: 'done', title: 'Fait', count: 40, cards: [], empty: 'Encore rien.' },
      ]}
    />,
  )
  expect(board).toMatch(/^<section class="board" aria-label="Suivi" tabindex="0">/)
  expect(words(board)).toBe('À faire 1 Rue &lt;b&gt; Terminer Fait 40 Encore rien.')
  expect(board).toContain('action="/move"')
})

const day = (text: string) => Temporal.PlainDate.from(text)
const frame = {
  label: 'Calendrier',
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  today: day('2026-07-02'),
}
const dated = (
  id: string,
  start: string | null = null,
  end: string | null = null,
  progress: number | null = null,
): GanttRow => ({
  id,
  label: id,
  level: 1,
  start: start === null ? null : day(start),
  end: end === null ? null : day(end),
  progress,
})
const gantt = (...rows: GanttRow[]) => html(<Gantt {...frame} rows={rows} />)
const barsOf = (text: string) =>
  [...text.matchAll(/<rect class="(bar|done)" x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map(
    ([, kind, x, width]) => [kind, Math.round(Number(x)), Math.round(Number(width))],
  )

test('a bar begins with its first day and ends after its last, filled as far as it is done', () => {
  const body = gantt(dated('a', '2026-01-01', '2026-12-31', 50)).split('<tbody')[1] ?? ''
  expect(barsOf(body.split('</tbody>')[0] ?? '')).toEqual([
    ['bar', 0, 100],
    ['done', 0, 50],
  ])
})

test('a bar is cut at the ends of the calendar, its done part where it truly is', () => {
  const body = gantt(dated('a', '2025-01-01', '2026-12-31', 75)).split('<tbody')[1] ?? ''
  expect(barsOf(body.split('</tbody>')[0] ?? '')).toEqual([
    ['bar', 0, 100],
    ['done', 0, 50],
  ])
})

test('a date to keep is a diamond, a beginning an arrow, nothing is drawn without a date', () => {
  const marks = (row: GanttRow) =>
    [
      ...((gantt(row).split('<tbody')[1] ?? '')
        .split('</tbody>')[0]
        ?.matchAll(/class="(mark|out|bar)"/g) ?? []),
    ].map(([, kind]) => kind)
  expect(marks(dated('a', null, '2026-06-30'))).toEqual(['mark'])
  expect(marks(dated('a', '2026-06-30'))).toEqual(['mark'])
  expect(marks(dated('a'))).toEqual([])
  expect(marks(dated('a', '2029-01-01', '2029-02-01'))).toEqual(['out'])
  expect(marks(dated('a', '2020-01-01', '2020-02-01'))).toEqual(['out'])
})

test('a calendar is a table that says in words what it draws', () => {
  const text = gantt({ ...dated('Rue', '2026-02-01', '2026-03-31', 30), note: 'en retard' })
  expect(words(text.split('<tbody')[1] ?? '')).toMatch(
    /Rue en retard 01\/02\/2026 31\/03\/2026 30\s% 30\s%/,
  )
  expect(text).toContain('Calendrier du 01/01/2026 au 31/12/2026')
  expect(words(inLanguage('en', () => gantt(dated('a'))))).toContain('Q1 Q2 Q3 Q4')
})

test('today is drawn once, only where the calendar holds it', () => {
  const lines = (today: string) =>
    html(<Gantt {...frame} today={day(today)} rows={[dated('a'), dated('b')]} />).match(
      /<line class="today"/g,
    )?.length ?? 0
  expect(lines('2026-07-02')).toBe(1)
  expect(lines('2027-01-02')).toBe(0)
})
