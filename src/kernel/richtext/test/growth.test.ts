import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import {
  clean,
  fromFieldWithPictures,
  isEmpty,
  redact,
  toField,
  toPlainText,
  withKept,
} from '../index.ts'

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)

const shapes: [string, (size: number) => string][] = [
  ['dropped content and stray ends', (size) => times('<svg>')(size / 2) + times('</b>')(size / 2)],
  ['cells without a table', times('<td>')],
  ['cells of one row', (size) => `<table><tr>${times('<td>x')(size)}`],
  ['columns that reach down', times('<tr><td rowspan=100>x')],
  ['marks that overlap', times('<b><i>x</b>y</i>')],
  ['marks that are not closed', (size) => '<b><u><i>'.repeat(66) + times('x&amp;')(size)],
  ['paragraphs in many marks', (size) => '<b><i><u><s><sub>' + times('<p>x')(size / 8)],
  ['lists in lists', times(`${'<ul><li>'.repeat(30)}x${'</li></ul>'.repeat(30)}`)],
  ['quotes that are not closed', times('<blockquote>x')],
  ['headings with another end', times('<h3>x</h4>')],
  ['underlining that ends a list', times('<u>x</ul>')],
  [
    'pieces of a link with a long address',
    (size) => `<a href="https://x.example/${'y'.repeat(size / 2)}">${times('<b>x</b>y')(size / 2)}`,
  ],
  [
    'attributes of one tag',
    (size) => `<p ${Array.from({ length: size / 8 }, (_, n) => `a${n}`).join(' ')}>x`,
  ],
  ['declarations of one style', (size) => `<p style="${times('color:red;')(size)}">x`],
  [
    'tags that nobody knows',
    (size) => Array.from({ length: size / 8 }, (_, n) => `<x${n}>`).join(''),
  ],
  ['comments that are not closed', times('<!--')],
  ['scripts in scripts', times('<script><!--')],
  ['titles that are not closed', times('<title></titl')],
  ['character references', times('&x&amp;&#0;')],
  ['combining marks', (size) => `a${'\u0301'.repeat(size)}`],
  ['spaces', (size) => `a${' '.repeat(size)}b`],
  ['line breaks', times('a\n \n')],
  ['hidden passages far from one another', (size) => `${times('<br>')(size)}<u class=masked>a</u>`],
  [
    'hidden passages between line breaks',
    (size) => `<u class=masked>a</u>${times('<br>')(size / 2)}${times('x<br>')(size / 2)}`,
  ],
  ['signs that open nothing', times('<')],
  ['pictures', times(`<li>x<img src="/pictures/${'a'.repeat(64)}" alt="x">`)],
  [
    'a picture with long words',
    (size) => `<img src="/pictures/${'a'.repeat(64)}" alt="${' x'.repeat(size / 2)}">`,
  ],
  ['a picture with long bytes', (size) => `<img src="data:image/png;base64,${'A'.repeat(size)}">`],
]

/** Everything that is ever done with a text. */
function everything(source: string): unknown {
  const { html } = clean(source)
  return [
    fromFieldWithPictures(source),
    withKept(
      html,
      () => undefined,
      (alt) => alt,
    ),
    toField(html),
    redact(html, 'masqué'),
    toPlainText(html),
    isEmpty(html),
  ]
}

test.each(shapes)('twice as much takes twice as long: %s (S3)', (_, source) => {
  expect(growth(source, everything)).toBeLessThan(2.6)
})

test('half a megabyte of the worst is read in the time of a page (S3)', () => {
  const started = performance.now()
  clean('<svg>'.repeat(50_000) + '</b>'.repeat(62_000))
  clean('<td>'.repeat(124_000))
  expect(performance.now() - started).toBeLessThan(3_000)
})
