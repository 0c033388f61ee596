import { expect, test } from 'vitest'
import { clean } from '../index.ts'

const codes = (source: string): string[] => clean(source).broken.map(({ code }) => code)

test('damage is told with its line, its column and the source there', () => {
  expect(clean('<p>a</p>\r\n<p>é <b>non fermé</p>').broken).toEqual([
    { line: 2, column: 6, code: 'unclosed-element', excerpt: '<b>non fermé</p>' },
  ])
})

test('unclosed, stray and crossing tags are damage', () => {
  expect(codes('<ul><li>a')).toEqual(['unclosed-element'])
  expect(codes('a</div>')).toEqual(['stray-end-tag'])
  expect(codes('<p>a</p></p>')).toEqual(['stray-end-tag'])
  expect(codes('<p><b>a<i>b</b>c</i></p>')).toEqual(['misnested'])
  expect(codes('<h2>a</h3>b')).toEqual(['misnested'])
})

test('a tag cut off, a quote forgotten, a control character are damage', () => {
  expect(codes('<p>a</p><p')).toEqual(['eof-in-tag'])
  expect(codes('<p class="a" b">a</p>')).toEqual(['unexpected-character-in-attribute-name'])
  expect(codes('<p class="a"b="c">a</p>')).toEqual(['missing-whitespace-between-attributes'])
  expect(codes('<p>a&#1;b&unheard;</p>')).toEqual([
    'control-character-reference',
    'unknown-named-character-reference',
  ])
  expect(codes('<p>a\u0002b</p>')).toEqual(['control-character-in-input-stream'])
})

test('end tags that HTML lets the author leave out, and old spellings, are no damage', () => {
  const sound = [
    '<p>a<p>b',
    '<p>a<ul><li>b<li>c</ul></p>',
    '<p>a<p>b</p></p>',
    '<table><tr><td>a<td>b<tr><th>c</table>',
    '<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>',
    '<font color=red>a</font><br/><img src=x></img>R&D &nbsp <o:p/>',
    '<p/><td/>',
    '<![if !supportLists]>a<![endif]>',
  ]
  for (const source of sound) expect(codes(source)).toEqual([])
})

test('a mark that is not closed ends with its paragraph', () => {
  expect(clean('<p><u>Article 1er</p><p>b</p>').html).toBe('<p><u>Article 1er</u></p><p>b</p>')
})

test('an underlining closed as a list ends where its author meant, and is told', () => {
  expect(clean('<p><u>Article 1er</ul> : a</p>')).toMatchObject({
    html: '<p><u>Article 1er</u> : a</p>',
    ...{ brought: [], dropped: [] },
    broken: [{ line: 1, column: 18, code: 'stray-end-tag', excerpt: '</ul> : a</p>' }],
  })
})

test('the list of damage stays short', () => {
  expect(clean('</b>'.repeat(5000)).broken).toHaveLength(100)
})
