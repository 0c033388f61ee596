import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean, fromField, toField } from '../index.ts'
import { anySource, anyTyped } from './sources.ts'

test('in plain text, blank lines part paragraphs and line breaks stay', () => {
  expect(fromField('Vu la loi\u00a0;\r\nsuite\r\n \r\n\r\nArticle 1er').html).toBe(
    '<p>Vu la loi\u00a0;<br>suite</p><p>Article 1er</p>',
  )
})

test('plain text may hold signs that look like markup', () => {
  expect(fromField('si a < b & c > d, <nom du demandeur>')).toEqual({
    html: '<p>si a &lt; b &amp; c &gt; d, &lt;nom du demandeur&gt;</p>',
    dropped: [],
    broken: [],
    brought: [],
  })
})

test('a value that holds a tag of the subset is HTML', () => {
  expect(fromField('a <B>b</B>').html).toBe('<p>a <strong>b</strong></p>')
  expect(fromField('a<br/>b').html).toBe('<p>a<br>b</p>')
})

test('a textarea shows paragraphs without marks as plain text', () => {
  expect(toField(clean('<p>a<br>b &amp; c</p><p>d</p>').html)).toBe('a\nb & c\n\nd')
})

test('a textarea shows anything else as HTML, a block a line', () => {
  expect(toField(clean('<p><b>a</b></p><ul><li>b<li>c</ul>').html)).toBe(
    '<p><strong>a</strong></p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>',
  )
  expect(toField(clean('<p>a<br><br>b</p>').html)).toBe('<p>a<br><br>b</p>')
  expect(toField(clean('<p>&lt;b&gt;</p>').html)).toBe('<p>&lt;b&gt;</p>')
})

test('a field that is sent back unchanged changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anySource, anyTyped), (source) => {
      for (const { html } of [clean(source), fromField(source)]) {
        expect(fromField(toField(html)).html).toBe(html)
        // As browsers send it.
        expect(fromField(toField(html).replaceAll('\n', '\r\n')).html).toBe(html)
      }
    }),
    { numRuns: 2000 },
  )
})
