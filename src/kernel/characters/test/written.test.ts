import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { facesFor, fileName, houseFaces, lastFaces, onPaper, troubleIn, written } from '../index.ts'
import { coverageOf } from '../coverage.ts'
import { filesOf, usual } from '../faces.ts'

test.each([
  ['bullets of word processors', '\uF0B7 un \uF0A7 deux \uF0FC', '• un ▪ deux ✓'],
  ['ligatures', 'su\uFB03xe \uFB01n', 'suffixe fin'],
  ['Roman numerals', 'Léopold \u2161, tome \u2173', 'Léopold II, tome iv'],
  ['letters in bold of mathematics', '𝐀𝐯𝐢𝐬', 'Avis'],
  ['accents that come after their letter', 'e\u0301te\u0301', 'été'],
  [
    'soft hyphens and zero-width spaces',
    'as\u00ADsai\u200Bnis\u2060se\uFEFFment',
    'assainissement',
  ],
  ['what turns the writing around', 'a\u202Ecod\u202C\u2066b\u2069', 'acodb'],
  ['signs of interlinear notes (17)', 'a\uFFF9b\uFFFAc\uFFFB', 'abc'],
  ['soft line ends', 'a\u000Bb\u2028c', 'a\nb\nc'],
  ['joiners that join nothing', 'a\u200Db\u200C\uFE0F', 'ab'],
])('%s are written as they read (T3)', (_, typed, kept) => {
  expect(written(typed)).toBe(kept)
})

test.each([
  'Vu l’article 1er – « 5 m² » ; n° 12 … € 3 000',
  'Noël, Łódź, Çelik, Ștefan, Nguyễn Thị Ánh',
  '① ② ⁃ ✓ ☐ → ½',
  '👩‍👩‍👧 ❤️ 👍🏽 🇧🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣',
  'می‌خواهم क्‍ष',
  'שלום\u200F, a\u200E b\u061C',
])('what says something stays: %s (T3)', (text) => {
  expect(written(text)).toBe(text)
})

test.each([
  ['abc\u202Efdp.exe', 'abcfdp.exe'],
  ['e\u0301te\u0301.pdf', 'été.pdf'],
  ['plan\uE000.pdf', 'plan[U+E000].pdf'],
  ['deux\nlignes\t.pdf', 'deux lignes .pdf'],
  [' ', ''],
  ['\u200B\u2800\u200E', ''],
])('a file called %j is called %s (12)', (name, kept) => {
  expect(fileName(name)).toBe(kept)
})

test('what is written is written in one way: writing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      expect(written(written(text))).toBe(written(text))
    }),
    { numRuns: 3000 },
  )
})

describe('what prints', () => {
  test.each([
    ['Hebrew', 'שלום', 'Noto Sans Hebrew'],
    ['Arabic', 'فاطمة', 'Noto Naskh Arabic'],
    ['Chinese and Japanese', '李小龙 さくら', 'Noto Sans S Chinese'],
    ['Korean', '김민준', 'Noto Sans Korean'],
    ['Hindi', 'प्रिया', 'Noto Sans Devanagari'],
    ['Bengali', 'রহমান', 'Noto Sans Bengali'],
    ['Tamil', 'குமார்', 'Noto Sans Tamil'],
    ['Thai', 'สมชาย', 'Noto Sans Thai'],
    ['Amharic', 'አበበ', 'Noto Sans Ethiopic'],
    ['Armenian', 'Արամ', 'Noto Sans Armenian'],
    ['Georgian', 'გიორგი', 'Noto Sans Georgian'],
    ['emoji', '😀👩‍👩‍👧🇧🇪', 'Noto Emoji'],
  ])('a name in %s has a face of last resort (T3)', (_, name, family) => {
    expect(troubleIn(name)).toBeNull()
    expect(facesFor(name).map((face) => face.family)).toContain(family)
  })

  test('an ordinary text needs the faces of the house alone', () => {
    expect(facesFor('Vu l’article 1er\u00A0; « 5 m² » – 3 000 €')).toEqual([])
  })

  test('the signs that are taken for granted are in a face of the house, in all its cuts', () => {
    const each = new RegExp(`[${usual}]`, 'u')
    const codes = Array.from({ length: 0x2fff }, (_, code) => code).filter((code) => {
      const sign = String.fromCodePoint(code)
      return each.test(sign) && !/[\s\p{Cc}\p{Z}]/u.test(sign)
    })
    expect(codes.length).toBeGreaterThan(300)
    const covers = houseFaces.map((face) => coverageOf(filesOf(face)))
    const lacking = codes.filter((code) => !covers.some((has) => has([code])))
    expect(lacking.map((code) => code.toString(16))).toEqual([])
  })

  test('every face is there, and is called so by itself', () => {
    const families = [...houseFaces, ...lastFaces].map(({ family }) => family)
    expect(new Set(families).size).toBe(families.length)
    for (const face of lastFaces) expect(coverageOf(filesOf(face))).toBeTypeOf('function')
  })
})

describe('what cannot print', () => {
  test('is named: a sign that no face has', () => {
    expect(troubleIn('vu le \u{12000}')).toEqual({
      why: 'sign',
      sign: '\u{12000}',
      code: 'U+12000',
    })
    expect(troubleIn('\uE000')).toMatchObject({ code: 'U+E000' })
  })

  test('is named: more marks on a letter than anybody reads, a word without end (S2)', () => {
    expect(troubleIn(`a${'\u0301'.repeat(20_000)}`)).toEqual({ why: 'marks', most: 10 })
    expect(troubleIn('x'.repeat(200_000))).toEqual({ why: 'word', most: 2000 })
    expect(troubleIn(`${'漢'.repeat(5000)} ${'mot '.repeat(5000)}`)).toBeNull()
  })

  test('goes to paper all the same where it was kept before, so that it is missed', () => {
    expect(onPaper('vu \u{12000}, \uE000')).toBe('vu [U+12000], [U+E000]')
    expect(onPaper(`a${'\u0301'.repeat(50)}`)).toHaveLength(11)
    expect(
      onPaper('x'.repeat(4500))
        .split(' ')
        .map((word) => word.length),
    ).toEqual([2000, 2000, 500])
  })
})

const times = (piece: string) => (size: number) => piece.repeat(size / piece.length)
test.each([
  ['marks', (size: number) => `a${'\u0301'.repeat(size)}`],
  ['letters with marks', times('a\u0323\u0301')],
  ['one word', times('x')],
  ['Chinese', times('漢')],
  ['pictures', times('😀\u200D')],
  ['codes of flags', times('\u{E0061}')],
  ['private use', times('\uF0B7\uE000')],
  ['joiners', times('\u200D\uFE0F')],
  [
    'one of every sign',
    (size: number) =>
      Array.from({ length: size }, (_, n) => String.fromCodePoint(0x3000 + (n % 0x9000))).join(''),
  ],
])('twice as much takes twice as long: %s (S3)', (_, source) => {
  expect(growth(source, (text) => [written(text), troubleIn(text), onPaper(text)])).toBeLessThan(
    2.6,
  )
})
