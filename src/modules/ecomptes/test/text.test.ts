import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clean } from '#kernel/richtext'
import { exchangedOf, plainOf, richOf } from '../text.ts'

const plain = (value: string) => ({ mode: 'TEXTE', value }) as const
const rtf = (value: string) => plainOf({ mode: 'RTF', value: `{\\rtf1\\ansi ${value}}` })

describe('plain text', () => {
  test('becomes paragraphs at blank lines, and keeps its other line breaks', () => {
    expect(richOf(plain('Un\r\ndeux\r\n\r\nTrois <b> & "quatre"')).html).toBe(
      '<p>Un<br>deux</p><p>Trois &lt;b&gt; &amp; "quatre"</p>',
    )
  })

  test('that came as plain text leaves as the same plain text', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aé0<>&"\'’;«»-.€'),
      minLength: 1,
      maxLength: 8,
    })
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const lineEnds = fc.constantFrom('\n', '\n\n', '\n\n\n', '\n\n\n\n\n')
    const text = fc
      .array(fc.tuple(line, lineEnds), { maxLength: 5 })
      .map((lines) => lines.flat().slice(0, -1).join(''))
    fc.assert(
      fc.property(text, (value) => {
        expect(exchangedOf(richOf(plain(value)).html)).toEqual(plain(value))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('our rich text', () => {
  test('of paragraphs only is sent as plain text', () => {
    expect(exchangedOf(clean('<p>a<br>b &amp; c</p><p>d</p>').html)).toEqual(plain('a\nb & c\n\nd'))
  })

  test.for([
    '<p>a <strong>b</strong></p>',
    '<p class="align-center">a</p>',
    '<p><a href="https://beauval.example/">a</a></p>',
    '<ul><li>a</li></ul>',
    '<h3>a</h3><p>b</p>',
  ])('of more than paragraphs is sent as HTML, and comes back the same: %s', (html) => {
    const sent = exchangedOf(clean(html).html)
    expect(sent).toEqual({ mode: 'HTML', value: html })
    expect(richOf(sent).html).toBe(html)
  })

  test('takes over HTML cleaned, and says what was dropped', () => {
    const { html, dropped } = richOf({ mode: 'HTML', value: '<b onclick="go()">a</b>' })
    expect(html).toBe('<p><strong>a</strong></p>')
    expect(dropped).toEqual([{ what: '@onclick', count: 1 }])
  })
})

test('the words of a text are those of its mode', () => {
  expect(plainOf(plain('<b>\r\na'))).toBe('<b>\na')
  expect(plainOf({ mode: 'HTML', value: '<p>a</p><ul><li>b</li></ul>' })).toBe('a\nb')
  expect(plainOf({ mode: 'RTF', value: '{\\rtf1 a\\par b}' })).toBe('a\nb')
})

describe('RTF', () => {
  test.for([
    ['accents of Windows', "d\\'e9j\\'e0 10 \\'80", 'déjà 10 €'],
    [
      'any character, its substitute left out',
      "\\u233?t\\u8364\\'80 \\uc2\\u-10179??\\u-8704??!",
      'ét€ 😀!',
    ],
    ['several substitutes', '{\\uc3 \\u937abc}d', 'Ωd'],
    [
      'paragraphs and lines',
      '\\pard\\qc Un\\par\r\ndeux\\line trois\\\nquatre',
      'Un\ndeux\ntrois\nquatre',
    ],
    ['marks', '\\b gras\\b0  et {\\i penché}', 'gras et penché'],
    ['its own signs', 'a\\\\b \\{c\\} d\\~e', 'a\\b {c} d\u00a0e'],
    ['dashes and quotes', 'l\\rquote un \\endash  l\\rquote autre', 'l’un – l’autre'],
    ['cells', 'a\\cell b\\cell\\row c', 'a\tb\t\nc'],
    [
      'fonts and colours',
      '{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}a',
      'a',
    ],
    ['what only some know', '{\\*\\generator Riched20;}a{\\*\\x {y} z}b', 'ab'],
    ['a link', '{\\field{\\*\\fldinst{HYPERLINK "https://a.example"}}{\\fldrslt{ici}}}', 'ici'],
  ] as const)('is read without its machinery: %s', ([, value, words]) => {
    expect(rtf(value)).toBe(words)
  })

  test('that is none is taken as plain text', () => {
    expect(plainOf({ mode: 'RTF', value: 'C:\\par {a}' })).toBe('C:\\par {a}')
  })

  test('becomes paragraphs', () => {
    const value = '{\\rtf1 a\\par\\par b\\line c}'
    expect(richOf({ mode: 'RTF', value }).html).toBe('<p>a</p><p>b<br>c</p>')
  })

  test('however broken never fails, and leaves text', () => {
    const broken = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('{', '}', '\\', '\\u', '\\u-1', "\\'", "\\'zz", '\\uc9', '\\*', '\\bin99 '),
      ),
    )
    fc.assert(
      fc.property(broken, (parts) => rtf(parts.join('')).isWellFormed()),
      { numRuns: 500 },
    )
  })
})
