import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../plain.ts'
import { canonicalWords } from '../words.ts'
import { type Block, clean, emptyText, type Inline, toPlainText, toTree } from '../index.ts'
import { anySource } from './sources.ts'

test('the tree says all that the text says', () => {
  const source =
    '<h2>Décide</h2><p align=center>a <b><a href="https://a.example/">b</a></b><br>c</p>' +
    '<ol start=2><li>d</ol><blockquote>e</blockquote><hr>' +
    '<table><thead><tr><th colspan=2>f<tbody><tr><td>g<td>h</table>'
  const text = (words: string): Inline => ({ type: 'text', text: words, marks: [] })
  const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })
  expect(toTree(clean(source).html)).toEqual([
    { type: 'heading', level: 3, children: [text('Décide')] },
    {
      type: 'paragraph',
      align: 'center',
      children: [
        text('a '),
        { type: 'text', text: 'b', marks: ['bold'], href: 'https://a.example/' },
        { type: 'break' },
        text('c'),
      ],
    },
    { type: 'list', ordered: true, start: 2, items: [[paragraph('d')]] },
    { type: 'quote', children: [paragraph('e')] },
    { type: 'rule' },
    {
      type: 'table',
      rows: [
        {
          header: true,
          cells: [{ header: true, colspan: 2, rowspan: 1, children: [paragraph('f')] }],
        },
        {
          header: false,
          cells: [
            { header: false, colspan: 1, rowspan: 1, children: [paragraph('g')] },
            { header: false, colspan: 1, rowspan: 1, children: [paragraph('h')] },
          ],
        },
      ],
    },
  ])
})

test('marks are listed once, in one order', () => {
  const [block] = toTree(clean('<sup><i><b><strong>a</strong></b></i></sup>').html)
  expect(block).toEqual({
    type: 'paragraph',
    children: [{ type: 'text', text: 'a', marks: ['bold', 'italic', 'sup'] }],
  })
})

test('plain text has a line a block or row, and tabs between cells', () => {
  const source =
    '<h3>Article 1er</h3><p>a<br>b</p><ul><li>c<ul><li>d</ul></ul>' +
    '<table><tr><td>e<td><p>f</p><p>g</p><tr><td><td>h</table>'
  expect(toPlainText(clean(source).html)).toBe('Article 1er\na\nb\nc\nd\ne\tf g\n\th')
  expect(toPlainText(emptyText)).toBe('')
})

function wordsOf(blocks: Block[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'list':
          return block.items.map(wordsOf).join('')
        case 'quote':
          return wordsOf(block.children)
        case 'table':
          return block.rows
            .flatMap((row) => row.cells.map((cell) => wordsOf(cell.children)))
            .join('')
        case 'rule':
          return ''
        case 'picture':
          return block.alt ?? ''
        default:
          return block.children.map((child) => (child.type === 'text' ? child.text : '')).join('')
      }
    })
    .join('')
}

test('the tree and the plain text of any text hold the same words, as plain data', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { html } = clean(source)
      const tree = toTree(html)
      expect(JSON.parse(JSON.stringify(tree))).toEqual(tree)
      expect(toPlainText(html).replaceAll(/\s/g, '')).toBe(wordsOf(tree).replaceAll(/\s/g, ''))
    }),
    { numRuns: 1000 },
  )
})

test('the words of our form are those of its tree, read in passing', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { html } = clean(source)
      expect(canonicalWords(html)).toBe(plainText(toTree(html)))
    }),
    { numRuns: 1000 },
  )
  expect(canonicalWords('<p>a</p>\n<p>b</p>')).toBeNull()
})

test('no word of an author is lost', () => {
  const anyWord = fc.constantFrom('<p>', '<b>', '</b>', '<li>', '</ul>', '<td>', '</p>', '</table>')
  fc.assert(
    fc.property(fc.array(anyWord), (tags) => {
      const source = tags.map((tag, index) => `${tag}mot${index} `).join('')
      const words = toPlainText(clean(source).html).split(/\s+/).filter(Boolean)
      expect(words).toEqual(tags.map((_, index) => `mot${index}`))
    }),
  )
})
