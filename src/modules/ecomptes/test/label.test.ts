import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Label, cut, joinLabel, splitLabel } from '../label.ts'

test('a label bears the number of its element before the title', () => {
  expect(splitLabel('OS.1 - Rouvrir le kiosque')).toEqual({
    numbers: [{ prefix: 'OS', number: 1 }],
    title: 'Rouvrir le kiosque',
  })
})

test('the label of a sub-action bears the number of its action too', () => {
  expect(splitLabel('A.16 - SA.17 - Repeindre - deux couches')).toEqual({
    numbers: [
      { prefix: 'A', number: 16 },
      { prefix: 'SA', number: 17 },
    ],
    title: 'Repeindre - deux couches',
  })
})

test.for(['NEANT', '', 'B.1 - Titre', 'A.1', 'A.x - Titre', 'A.1-Titre', 'Voir A.1 - Titre'])(
  'a label without a number is all title: %s',
  (label) => {
    expect(splitLabel(label)).toEqual({ numbers: [], title: label })
  },
)

test('a title is cut where its label would pass 255 characters', () => {
  const long: Label = {
    numbers: [
      { prefix: 'A', number: 16 },
      { prefix: 'SA', number: 17 },
    ],
    title: 'x'.repeat(300),
  }
  const label = joinLabel(long)
  expect(label).toHaveLength(255)
  expect(label).toMatch(/^A\.16 - SA\.17 - x+…$/)
  expect(joinLabel({ ...long, title: 'x'.repeat(240) })).not.toContain('…')
})

test('what is cut is cut between characters, and not after a space', () => {
  expect(cut('😀😀😀', 3)).toBe('😀😀😀')
  expect(cut('😀😀😀😀', 3)).toBe('😀😀…')
  expect(cut('un deux trois', 4)).toBe('un…')
})

test('a label is split into what it was joined from', () => {
  const anyNumber = fc.record({
    prefix: fc.constantFrom('OS', 'OO', 'A', 'SA'),
    number: fc.nat({ max: 99_999 }),
  })
  const anyLabel: fc.Arbitrary<Label> = fc.record({
    numbers: fc.array(anyNumber, { maxLength: 2 }),
    title: fc
      .string({ unit: 'grapheme', maxLength: 100 })
      .filter((title) => splitLabel(title).numbers.length === 0),
  })
  fc.assert(
    fc.property(anyLabel, (label) => {
      expect(splitLabel(joinLabel(label))).toEqual(label)
    }),
  )
})
