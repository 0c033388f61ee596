import { expect, test } from 'vitest'
import { clean, masked, maskedStretches, redact, wordsToMask } from '#kernel/richtext'

const text = clean(
  '<p>Vu la demande de <strong>M. Jean</strong> Dupont<br>de Huy</p><ul><li>une <em>liste</em></li><li>de mots</li></ul><table><tr><td><p>DUPONT</p><p>Jean</p></td><td>12</td></tr></table>',
).html

/** Masks the first place where these words stand. */
function hiding(words: string): string {
  const from = wordsToMask(text).indexOf(words)
  expect(from).toBeGreaterThanOrEqual(0)
  return masked(text, [{ from, to: from + words.length }])
}

test('the words of a text stand in lines and cells', () => {
  expect(wordsToMask(text)).toBe(
    'Vu la demande de M. Jean Dupont\nde Huy\nune liste\nde mots\nDUPONT Jean\t12',
  )
})

test.for(['M. Jean Dupont', 'Jean Dupont\nde', 'liste\nde', 'DUPONT Jean\t12', 'Vu'])(
  'what is masked, across words that are bold, lines, items and cells, is gone where it leaves: %j',
  (words) => {
    const gone = wordsToMask(redact(masked(text, [stretchOf(words)]), '█'))
    // Every other word stays where it was.
    const [before = '', after = ''] = wordsToMask(text).split(words, 2)
    expect(gone.startsWith(before)).toBe(true)
    expect(gone.endsWith(after)).toBe(true)
    expect(gone.slice(before.length, gone.length - after.length)).toMatch(/^[█\s]+$/)
  },
)

const stretchOf = (words: string) => {
  const from = wordsToMask(text).indexOf(words)
  return { from, to: from + words.length }
}

test('what was masked stays so, and is not masked twice', () => {
  const once = hiding('Jean Dupont')
  expect(hiding('Jean Dupont')).toBe(once)
  const twice = masked(clean(once).html, [stretchOf('M. Jean Dupont')])
  expect(maskedStretches(twice).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(
    'M. Jean Dupont'.length,
  )
  expect(wordsToMask(twice)).toBe(wordsToMask(text))
})
