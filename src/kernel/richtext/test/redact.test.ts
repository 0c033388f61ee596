import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean, redact } from '../index.ts'
import { anySource } from './sources.ts'

const masked = (html: string) => redact(clean(html).html, 'masqué')

test('a word stands for each run that was masked, without its length, marks or links', () => {
  expect(
    masked(
      '<p>Chez <mark class="masked">Alix <b>Terval</b>, <a href="mailto:a@b.be">a</a></mark>.</p>',
    ),
  ).toBe('<p>Chez <mark class="masked">masqué</mark>.</p>')
})

test('two runs that a word parts are two, and that a line parts are one', () => {
  const run = '<mark class="masked">a</mark>'
  const left = '<mark class="masked">masqué</mark>'
  expect(masked(`<p>a<br>${run} et ${run}<br>${run}<br>b</p>`)).toBe(
    `<p>a<br>${left} et ${left}<br>b</p>`,
  )
})

test('masked words are found wherever they stand', () => {
  const secret = '<mark class="masked">secret</mark>'
  const text = masked(
    `<h3>${secret}</h3><ul><li>${secret}<ol><li>${secret}</li></ol></li></ul>` +
      `<blockquote><p>${secret}</p></blockquote><table><tr><td>${secret}</td></tr></table>`,
  )
  expect(text).not.toContain('secret')
  expect(text.match(/masqué/g)).toHaveLength(5)
})

test('of a masked link that surrounds its words, the address does not stay', () => {
  expect(
    masked('<p><a href="https://a.be/terval"><span class="pm-anonymize">b</span></a></p>'),
  ).toBe('<p><mark class="masked">masqué</mark></p>')
})

test('what is not masked stays as it is; twice is as once', () => {
  fc.assert(
    fc.property(anySource, (html) => {
      const cleaned = clean(html).html
      const once = redact(cleaned, 'masqué')
      if (!cleaned.includes('class="masked"')) expect(once).toBe(cleaned)
      expect(redact(once, 'masqué')).toBe(once)
    }),
  )
})
