import { expect, test } from 'vitest'
import { clean, lossesOf } from '../index.ts'

const html = (source: string) => clean(source).html
const lost = (source: string) => lossesOf(clean(source).dropped)

test('the words of formulas, fields and choices are kept where a person reads them', () => {
  expect(html('<p>Surface <math><mi>x</mi><mo>=</mo><mn>2500</mn></math> m²</p>')).toBe(
    '<p>Surface x=2500 m²</p>',
  )
  expect(html('<math><mfrac><mn>1</mn><mrow><mn>2</mn><mi>a</mi></mrow></mfrac></math>')).toBe(
    '<p>1/(2a)</p>',
  )
  expect(html('<math><msup><mi>m</mi><mn>2</mn></msup><msqrt><mn>4</mn></msqrt></math>')).toBe(
    '<p>m<sup>2</sup>√(4)</p>',
  )
  const choice = '<select><option>un<option>deux</select>'
  expect(html(`<p>avant ${choice} <input value=champ><textarea>zone</textarea>après</p>`)).toBe(
    '<p>avant un deux champ zone après</p>',
  )
  expect(html('<p>Il dit <q>non</q>.</p>')).toBe('<p>Il dit «\u00A0non\u00A0».</p>')
  expect(html('<math><mi>x</mi><annotation encoding="TeX">\\x</annotation></math>')).toBe(
    '<p>x</p>',
  )
})

const word = (level: number, marker: string, words: string) =>
  `<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${marker}</span>${words}</p>`

test('a list of Word keeps the numbers that its author gave', () => {
  expect(html(word(1, '4.', 'Quatre') + word(1, '7.', 'Sept') + word(1, '8.', 'Huit'))).toBe(
    '<ol start="4"><li>Quatre</li><li value="7">Sept</li><li>Huit</li></ol>',
  )
  expect(html(word(1, 'b)', 'B') + word(1, 'c)', 'C') + word(1, 'f)', 'F'))).toBe(
    '<ol start="2" type="a"><li>B</li><li>C</li><li value="6">F</li></ol>',
  )
  expect(html(word(1, 'ii.', 'Deux') + word(1, 'iv.', 'Quatre'))).toBe(
    '<ol start="2" type="i"><li>Deux</li><li value="4">Quatre</li></ol>',
  )
})

test('a list of Word nests no deeper than any, and keeps the numbers of items beyond', () => {
  const levels = [1, 2, 3, 4, 5, 6].map((level) => word(level, `${level}.`, `n${level}`)).join('')
  const text = html(levels)
  expect(text.split('<ol').length - 1).toBe(5)
  expect(text).toContain('6. n6')
  expect(lost(levels)).toEqual([{ what: 'nesting', count: 1 }])
})

test('an item beyond, before which nothing stood, begins with its words', () => {
  const unmarked = '<p style="mso-list:l0 level1 lfo1">Vu</p>'
  for (const item of [unmarked, word(1, ' \u00A0\u200B', 'Vu')]) {
    const text = html(`${'<blockquote>'.repeat(5)}${item}`)
    expect(text).toContain('<blockquote><p>Vu</p></blockquote>')
    expect(html(text)).toBe(text)
  }
})

test.each([
  ['img', '<p>a<img src="https://b.example/c.png" alt="c">'],
  ['embedded', '<p>a<iframe src="https://b.example">c</iframe>'],
  ['embedded', '<p>a<svg><text>c</text></svg>'],
  ['link', '<p><a href="javascript:alert(1)">a</a>'],
  ['number', '<ol start=999999999999><li>a</ol>'],
  ['number', '<ol><li value=-3>a</ol>'],
  ['number', '<ol reversed><li>a</ol>'],
  ['span', '<table><tr><td colspan=1000>a</table>'],
  ['nesting', `${'<ul><li>'.repeat(6)}a`],
  ['nesting', '<blockquote><table><tr><td>'.repeat(3)],
])('what a reader would miss is told as lost: %s of %s', (what, source) => {
  expect(lost(source)).toEqual([{ what, count: 1 }])
})

test('what no reader sees, and what only looks otherwise, is no loss', () => {
  const source =
    '<head><title>a</title><style>b</style></head><script>c</script><p onclick=d style="color:red">e' +
    '<font face=Arial>f</font><a name=g>h</a><table width=5><tr><td rowspan=0 colspan=2>i</table>'
  expect(lost(source)).toEqual([])
})
