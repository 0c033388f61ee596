import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, type Oklch, parseTokens } from './colour.ts'

const css = readFileSync(new URL('../css/tokens.css', import.meta.url), 'utf8')
const hues = Array.from({ length: 24 }, (_, step) => step * 15)
const grounds = ['paper', 'desk'] as const
const weaks = ['accent-weak', 'good-weak', 'warn-weak', 'bad-weak'] as const

const series = [1, 2, 3, 4, 5, 6, 7].map((number) => `series-${number}`)

/** [what is drawn, on what, least ratio of WCAG 2.2]. */
const pairs: [string, string, number][] = [
  ...[...grounds, 'hover', 'neutral-weak', ...weaks].map(on('ink', 7)),
  ...[...grounds, 'hover', 'neutral-weak'].map(on('ink-2', 4.5)),
  ...grounds.map(on('accent', 7)),
  ...grounds.flatMap((ground) =>
    ['good', 'warn', 'bad'].map((colour): [string, string, number] => [colour, ground, 4.5]),
  ),
  ...['hover', 'accent-weak'].map(on('accent', 4.5)),
  ['good', 'good-weak', 4.5],
  ['warn', 'warn-weak', 4.5],
  ['bad', 'bad-weak', 4.5],
  ['on-accent', 'accent', 4.5],
  ['paper', 'good', 4.5],
  ['paper', 'bad', 4.5],
  ['paper', 'ink', 7],
  ['ink', 'line', 4.5],
  ...grounds.map(on('control', 3)),
  ['accent', 'neutral-weak', 3],
  ['good', 'neutral-weak', 3],
  ['warn', 'neutral-weak', 3],
  ['bad', 'neutral-weak', 3],
  ['paper', 'accent', 4.5],
  ['paper', 'warn', 4.5],
  ...series.flatMap((colour): [string, string, number][] => [
    [colour, 'paper', 4.5],
    [colour, 'desk', 3],
  ]),
]

function on(colour: string, least: number) {
  return (ground: string): [string, string, number] => [colour, ground, least]
}

describe.each(['light', 'dark'] as const)(
  'in the %s scheme, for every hue of an authority',
  (scheme) => {
    test.each(pairs)('%s on %s reads at %d : 1 or more', (colour, ground, least) => {
      for (const hue of hues) {
        const tokens = parseTokens(css, scheme, hue)
        const ratio = contrast(known(tokens, colour), known(tokens, ground))
        expect(ratio, `hue ${hue}`).toBeGreaterThanOrEqual(least)
      }
    })
  },
)

function known(tokens: Map<string, Oklch>, name: string): Oklch {
  const colour = tokens.get(name)
  if (!colour) throw new Error(`No token --${name}`)
  return colour
}

test('black on white is 21 : 1, a grey on itself 1 : 1', () => {
  const black = { l: 0, c: 0, h: 0 }
  const white = { l: 1, c: 0, h: 0 }
  expect(contrast(black, white)).toBeCloseTo(21, 1)
  expect(contrast({ l: 0.5, c: 0, h: 0 }, { l: 0.5, c: 0, h: 0 })).toBe(1)
})
