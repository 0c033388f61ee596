import { describe, expect, test } from 'vitest'
import { Columns, Lines, ShareBar, Sparkline, Wheel } from '../index.ts'
import { scaleOf } from '../chart-frame.tsx'

const html = (node: { toString(): string }) => node.toString()
const words = (text: string) =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const chart = { caption: 'Dossiers', categories: ['2025', '2026'], format: String }
const series = [
  { name: 'Travaux', values: [10, null] },
  { name: 'Finances', values: [30, 20] },
]

interface Bar {
  y: number
  height: number
}

const barsOf = (text: string): Bar[] =>
  [
    ...text.matchAll(/class="bar" x="[\d.]+%" y="([\d.]+)%" width="[\d.]+%" height="([\d.]+)%"/g),
  ].map(([, y, height]) => ({ y: Math.round(Number(y)), height: Math.round(Number(height)) }))

describe('the scale of a chart', () => {
  test.each([
    [
      [7, 3],
      [0, 2, 4, 6, 8],
    ],
    [[1], [0, 1]],
    [
      [-5, 10],
      [-5, 0, 5, 10],
    ],
    [[0.2], [0, 0.05, 0.1, 0.15, 0.2]],
    [[], [0, 1]],
  ])('holds %j by round steps, zero among them', (values, ticks) => {
    const found = scaleOf(values).ticks
    expect(found).toHaveLength(ticks.length)
    found.forEach((tick, index) => expect(tick).toBeCloseTo(ticks[index] ?? NaN))
  })
})

test('the numbers of a chart are always a table, with a dash where none was measured', () => {
  for (const drawn of [
    <Columns {...chart} series={series} />,
    <Columns {...chart} series={series} stacked />,
    <Lines {...chart} series={series} />,
  ]) {
    const table = html(drawn).split('<details')[1] ?? ''
    expect(words(table)).toContain('Les chiffres Dossiers Rubrique Travaux Finances')
    expect(words(table)).toMatch(/2025 10 30 2026 — 20$/)
  }
})

test('grouped columns stand on zero, stacked ones on one another', () => {
  const grouped = barsOf(html(<Columns {...chart} series={series} />))
  expect(grouped.every(({ y, height }) => y + height === 100)).toBe(true)
  const stacked = barsOf(html(<Columns {...chart} series={series} stacked />))
  expect(stacked).toEqual([
    { y: 75, height: 25 },
    { y: 0, height: 75 },
    { y: 50, height: 50 },
  ])
})

test('a single series writes its values above its columns, as long as they have room', () => {
  const figures = (format: (value: number) => string, years = 2) =>
    html(
      <Columns
        caption="x"
        categories={Array.from({ length: years }, (_, year) => String(2025 + year))}
        series={[{ name: 'a', values: Array.from({ length: years }, () => 12) }]}
        format={format}
      />,
    ).match(/<text class="([^"]+)"/)?.[1]
  expect(figures(String)).toBe('figure')
  expect(figures((value) => `${value} 000 000 €`, 6)).toBe('figure long')
  expect(figures((value) => `${value} 000 000 €`, 24)).toBeUndefined()
})

test('a loss hangs below the line of zero', () => {
  const [gain, loss] = barsOf(
    html(<Columns {...chart} series={[{ name: 'a', values: [10, -10] }]} />),
  )
  expect(gain).toEqual({ y: 0, height: 50 })
  expect(loss).toEqual({ y: 50, height: 50 })
})

test('series are told apart without colours: by their number on a bar, by the shape of their points', () => {
  const columns = html(<Columns {...chart} series={series} />)
  expect([...columns.matchAll(/<text class="key[^>]*>(\d)</g)].map(([, number]) => number)).toEqual(
    ['1', '2', '1', '2', '2'],
  )
  const shapes = [...html(<Lines {...chart} series={series} />).matchAll(/<path d="([^"]+)"/g)]
  expect(new Set(shapes.map(([, path]) => path)).size).toBe(2)
})

test('a line is broken where nothing was measured; a target is dashed and told in the table', () => {
  const values = [1, 2, null, 4]
  const lines = html(
    <Lines
      caption="x"
      categories={['a', 'b', 'c', 'd']}
      series={[{ name: 's', values }]}
      target={3}
      format={String}
    />,
  )
  const drawn = lines.split('<g class="line series-1">').at(-1) ?? ''
  expect(drawn.split('</g>')[0]?.match(/<line /g)).toHaveLength(1)
  expect(drawn.split('</g>')[0]?.match(/<path /g)).toHaveLength(3)
  expect(words(lines.split('<details')[1] ?? '')).toMatch(/s Cible a 1 3 b 2 3 c — 3 d 4 3$/)
})

test('parts fill the bar in their order, and the legend counts each', () => {
  const bar = html(
    <ShareBar
      caption="États"
      parts={[
        { label: 'Fait', value: 3, tone: 'good' },
        { label: 'Rien', value: 0 },
        { label: 'À faire', value: 1, tone: 'neutral' },
      ]}
    />,
  )
  const parts = [...bar.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)]
  expect(parts.map(([, x, width]) => [Number(x), Number(width)])).toEqual([
    [0, 75],
    [75, 25],
  ])
  expect(words(bar.split('<ul')[1] ?? '')).toMatch(/Fait 3 75\s% Rien 0 0\s% À faire 1 25\s%/)
  expect(html(<ShareBar caption="x" parts={[{ label: 'a', value: 0 }]} />)).not.toContain('NaN')
})

test('a sparkline says what it shows, and holds without values', () => {
  const line = html(<Sparkline values={[1, null, 3, 2]} target={4} label="de 1 à 2" />)
  expect(line).toContain('role="img" aria-label="de 1 à 2"')
  expect(
    line
      .match(/class="line" d="(M[^"]+)"/)?.[1]
      ?.match(/[ML]/g)
      ?.join(''),
  ).toBe('MML')
  expect(html(<Sparkline values={[]} label="rien" />)).not.toMatch(/NaN|Infinity/)
})

test('each segment of a wheel is filled by its value, and the list beside it tells the same', () => {
  const wheel = html(
    <Wheel
      caption="Thèmes"
      segments={[
        { number: 1, label: 'Air', value: 0, text: 'rien', href: '/air' },
        { number: 2, label: 'Eau', value: 0.5, text: 'à moitié' },
        { number: 3, label: 'Sol', value: 3, text: 'tout' },
      ]}
    />,
  )
  expect(wheel.match(/class="value"/g)).toHaveLength(2)
  expect(wheel).toContain('A91 91 ')
  expect(wheel).not.toMatch(/A(?:13[1-9]|14\d)[ .]/)
  expect(words(wheel.split('<ol')[1] ?? '')).toMatch(/1 Air rien 2 Eau à moitié 3 Sol tout$/)
  expect(wheel).toContain('<a href="/air">Air</a>')
})
