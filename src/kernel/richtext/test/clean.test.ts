import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean, emptyText, isEmpty } from '../index.ts'
import { anySource } from './sources.ts'

const html = (source: string): string => clean(source).html

test('old spellings become the tags of the subset', () => {
  expect(html('<h1>A</h1><p><b>b</b> <i>i</i> <strike>s</strike> <del>d</del></p><h6>C</h6>')).toBe(
    '<h3>A</h3><p><strong>b</strong> <em>i</em> <s>s</s> <s>d</s></p><h5>C</h5>',
  )
})

test('text and inline elements outside any block stand in a paragraph', () => {
  expect(html('Le conseil <b>décide</b><ul><li>a</ul>fin')).toBe(
    '<p>Le conseil <strong>décide</strong></p><ul><li>a</li></ul><p>fin</p>',
  )
})

test('white space collapses, between blocks it vanishes, non-breaking spaces stay', () => {
  expect(html(' <p> Vu\r\n\tla  loi\u00a0: <b> a </b> b </p>\n\n<p>c<br> d</p> ')).toBe(
    '<p>Vu la loi\u00a0: <strong>a </strong>b</p><p>c<br>d</p>',
  )
})

test('blank paragraphs go at both ends, and one at most stays between two others', () => {
  const source =
    '<p></p><p>&nbsp;</p><p>a</p><p><br></p><p> </p><div>&nbsp;</div><p>b</p><p>\u200b</p><p></p>'
  expect(html(source)).toBe('<p>a</p><p>\u00a0</p><p>b</p>')
  expect(html('<ul><li><p>&nbsp;</p><p>a</p></ul>')).toBe('<ul><li>a</li></ul>')
})

test('an alignment is kept as a class of ours, inherited from the elements around', () => {
  expect(
    html(
      '<p style="text-align:center !important">a</p><p align=right>b</p><center>c</center>' +
        '<div style="text-align:justify">d<p style="text-align:left">e</p></div>',
    ),
  ).toBe(
    '<p class="align-center">a</p><p class="align-right">b</p><p class="align-center">c</p>' +
      '<p class="align-justify">d</p><p>e</p>',
  )
})

test('words to mask stay masked, whatever element carried the class and whatever misnests', () => {
  expect(html('<p>M. <span class="pm-anonymize">Jean</span></p>')).toBe(
    '<p>M. <mark class="masked">Jean</mark></p>',
  )
  expect(html('<p class="x pm-anonymize">a <b>b</b></p>')).toBe(
    '<p><mark class="masked">a <strong>b</strong></mark></p>',
  )
  expect(html('<p><b>x<span class="pm-anonymize">y</b>z</span> a</p>')).toBe(
    '<p><strong>x</strong><mark class="masked"><strong>y</strong>z</mark> a</p>',
  )
  expect(html('<span class="pm-anonymize"><span>a</span>b</span>c')).toBe(
    '<p><mark class="masked">ab</mark>c</p>',
  )
})

test('only addresses of the web and of mail make a link', () => {
  expect(html('<a href="https://a.example/?x=1&amp;y=&quot;">a</a>')).toBe(
    '<p><a href="https://a.example/?x=1&amp;y=%22">a</a></p>',
  )
  expect(html('<a href="mailto:g@a.example">a</a>')).toBe(
    '<p><a href="mailto:g@a.example">a</a></p>',
  )
  expect(html('<a href="mailto:&quot;&lt;g@a.example">a</a>')).toBe(
    '<p><a href="mailto:&quot;&lt;g@a.example">a</a></p>',
  )
  for (const href of ['javascript:alert(1)', 'data:text/html,x', '/page', 'ftp://a.example']) {
    expect(clean(`<a href="${href}">a</a>`)).toMatchObject({
      html: '<p>a</p>',
      dropped: [{ what: '@href', count: 1 }],
    })
  }
})

test('a link ends at the first block inside it, and is counted', () => {
  expect(clean('<a href="https://a.example/">a<p>b</p></a>')).toEqual({
    html: '<p><a href="https://a.example/">a</a></p><p>b</p>',
    dropped: [{ what: 'a', count: 1 }],
    broken: [],
    brought: [],
  })
})

test('items outside a list make a list; a list straight in a list joins the item before', () => {
  expect(html('<li>a</li> <li>b</li><p>c</p><li>d')).toBe(
    '<ul><li>a</li><li>b</li></ul><p>c</p><ul><li>d</li></ul>',
  )
  expect(html('<ol start=3><li>a</li><ul><li>b</li></ul><li><p>c</p></ol>')).toBe(
    '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>',
  )
  expect(html('<li><p>a</p><p>b</p></li>')).toBe('<ul><li><p>a</p><p>b</p></li></ul>')
})

test('cells outside a table are paragraphs, cells straight in a table get a row', () => {
  expect(html('<td>a</td><td>b</td>')).toBe('<p>a</p><p>b</p>')
  expect(html('<table><td>a<td>b<tr><td>c</table>')).toBe(
    '<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>',
  )
  expect(html('<table>avant<thead><tr><th>a<tbody><tr><td>&nbsp;</table>')).toBe(
    '<p>avant</p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td></td></tr></tbody></table>',
  )
})

test('the first rows alone make the header of a table', () => {
  expect(html('<table><thead><tr><td>a</thead><tr><td>b<thead><tr><td>c</table>')).toBe(
    '<table><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr><tr><td>c</td></tr>' +
      '</tbody></table>',
  )
})

test('a list or quote inside a heading is no heading', () => {
  expect(html('<h3>a<ul><li>b</li></ul><blockquote>c</blockquote><p>d</p></h3>')).toBe(
    '<h3>a</h3><ul><li>b</li></ul><blockquote><p>c</p></blockquote><h3>d</h3>',
  )
})

test.each(['<blockquote>', '<ul><li>', '<table><tr><td>'])(
  '%s nests five deep, the words beyond stay as paragraphs',
  (start) => {
    const [tag = ''] = start.split('>', 1)
    const nested = html(`${start}a`.repeat(30))
    expect(nested.split(`${tag}>`).length - 1).toBe(5)
    expect(nested.split('a<').length - 1).toBe(30)
  },
)

test('spans of cells stay inside their table', () => {
  expect(
    html('<table><tr><td rowspan=9 colspan=2>a<td>b<tr></tr><tr><td colspan=0>c</table>'),
  ).toBe(
    '<table><tbody><tr><td colspan="2" rowspan="3">a</td><td>b</td></tr><tr></tr>' +
      '<tr><td>c</td></tr></tbody></table>',
  )
  expect(html('<table><tr></tr><tr><td colspan=5000>a</table>')).toBe(
    '<table><tbody><tr><td colspan="100">a</td></tr></tbody></table>',
  )
})

test('a block inside a paragraph or a mark comes out beside it, its marks kept', () => {
  expect(html('<p>a<p>b</p></p>')).toBe('<p>a</p><p>b</p>')
  expect(html('<p>a<ul><li>b</li></ul>c</p>')).toBe('<p>a</p><ul><li>b</li></ul><p>c</p>')
  expect(html('<b><p>a</p><p>b</p></b>')).toBe('<p><strong>a</strong></p><p><strong>b</strong></p>')
})

test('what is dropped is counted, what only changes its spelling is not', () => {
  expect(clean('<div id=x><b>a</b><img src=1><img><font>b</font></div>').dropped).toEqual([
    { what: '@id', count: 1 },
    { what: 'img', count: 2 },
    { what: 'font', count: 1 },
  ])
  const word =
    '<p class=MsoNormal style="mso-a:1;mso-b:2;color:red">a<o:p></o:p></p><!--[if mso]>x<![endif]-->'
  expect(clean(word)).toEqual({
    html: '<p>a</p>',
    dropped: [
      { what: '@class', count: 1 },
      { what: 'style:mso', count: 2 },
      { what: 'style:color', count: 1 },
      { what: 'o:p', count: 1 },
    ],
    broken: [],
    brought: [],
  })
})

test('dropped content that is never closed does not swallow the next block', () => {
  expect(html('<p>a</p><svg><text>x<p>b</p>')).toBe('<p>a</p><p>b</p>')
})

test('a text without words is empty, a table without words too', () => {
  for (const source of ['', '<p>&nbsp;</p>', '<hr>', '<table><tr><td>&nbsp;</table>', '<img>']) {
    expect(isEmpty(clean(source).html)).toBe(true)
  }
  expect(isEmpty(clean('<table><tr><td>1</table>').html)).toBe(false)
  expect(clean('<p> <br></p>').html).toBe(emptyText)
})

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { html: once } = clean(source)
      expect(clean(once)).toEqual({ html: once, dropped: [], broken: [], brought: [] })
    }),
    { numRuns: 2000 },
  )
})
