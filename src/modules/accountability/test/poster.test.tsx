import { expect, test } from 'vitest'
import { inLanguage } from '#kernel/i18n'
import { Poster, type PosterBand } from '../pages/poster.tsx'

const part = (text: string) => ({ text, href: '#', value: 40, reference: 'A.1' })

/** Two bands of columns, each of so many groups of lines. */
function bands(columns: number, groups: number, lines: number): PosterBand[] {
  const list = <T,>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i))
  return list(2, () => ({
    ...part('Volet'),
    columns: list(columns, () => ({
      ...part('Être une commune où il fait bon vivre, à tout âge'),
      groups: list(groups, () => ({
        ...part('Réduire de moitié l’attente au guichet population'),
        lines: list(lines, () => ({
          ...part('Placer une signalétique claire dans la maison communale'),
          tone: 'info' as const,
          state: 'En cours',
        })),
      })),
    })),
  }))
}

const drawn = (given: PosterBand[]) =>
  inLanguage('fr', () =>
    String(<Poster bands={given} legend={[{ tone: 'info', label: 'En cours' }]} />),
  )

const letters = (html: string) => Number(/letters-(\d+)/.exec(html)?.[1])

test('the more a poster holds, the smaller its letters are, so that it keeps to one page', () => {
  const sizes = [bands(1, 1, 1), bands(3, 2, 3), bands(6, 3, 5), bands(8, 5, 8)].map((given) =>
    letters(drawn(given)),
  )
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  expect(new Set(sizes).size).toBe(4)
})

test('columns that do not fit beside one another stand in rows of equal length', () => {
  expect(drawn(bands(8, 1, 1))).toContain('across-8')
  expect(drawn(bands(9, 1, 1))).toContain('across-5')
})

test('a line says its state in words beside its mark', () => {
  expect(drawn(bands(1, 1, 1))).toMatch(/state-mark info.*<span class="visually-hidden">En cours/s)
})
