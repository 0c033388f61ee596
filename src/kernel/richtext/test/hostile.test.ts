import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { expect, test } from 'vitest'
import { clean, fromField, toTree } from '../index.ts'
import { anySource } from './sources.ts'

const allowed: Record<string, RegExp> = {
  'a href': /^(https?:\/\/|mailto:)/,
  'p class': /^align-(center|right|justify)$/,
  'mark class': /^masked$/,
  'li value': /^\d+$/,
  'ol start': /^\d+$/,
  'ol type': /^[aAiI]$/,
  'td colspan': /^\d+$/,
  'td rowspan': /^\d+$/,
  'th colspan': /^\d+$/,
  'th rowspan': /^\d+$/,
}
const tags = new Set(
  (
    'p br strong em u s sub sup mark a h3 h4 h5 ul ol li blockquote ' +
    'table thead tbody tr td th hr'
  ).split(' '),
)

/** What a browser would make of the text: the first element or attribute that is not ours. */
function intruder(html: string): string | undefined {
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(html).childNodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text') continue
    if (!('tagName' in node) || !tags.has(node.tagName)) return node.nodeName
    for (const { name, value } of node.attrs) {
      const key = `${node.tagName} ${name}`
      if (!allowed[key]?.test(value)) return `${key}=${value}`
    }
    waiting.push(...node.childNodes)
  }
  return undefined
}

test('no script, handler, style or foreign address survives, as a browser reads the result', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      expect(intruder(clean(source).html)).toBeUndefined()
      expect(intruder(fromField(source).html)).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('a browser reads the result as it is written: nothing is moved, opened or closed', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { html } = clean(source)
      expect(serialize(parseFragment(html)).replaceAll('&nbsp;', '\u00a0')).toBe(html)
    }),
    { numRuns: 1000 },
  )
})

test('what is dropped takes its content along, comments and styles included', () => {
  const source =
    'a<script>b</script><style>c</style><!-- d --><template><b>e</template><svg><text>f</svg>g'
  expect(clean(source).html).toBe('<p>ag</p>')
})

const size = 200_000
const floods: [string, string][] = [
  ['marks', '<b>'],
  ['marks and words', '<b>x'],
  ['divisions', '<div>x'],
  ['quotes', '<blockquote>x'],
  ['lists', '<ul><li>x'],
  ['tables', '<table><tr><td>x'],
  ['end tags', '</div>'],
  ['words', 'x '],
]

test.each(floods)('a long text of nested %s neither overflows nor lingers', (_, piece) => {
  const source = piece.repeat(size / piece.length)
  const { html } = clean(source)
  expect(toTree(html).length).toBeLessThanOrEqual(size)
  expect(clean(html).html === html).toBe(true)
  expect(html.replaceAll(/<[^>]+>|\s/g, '')).toHaveLength(source.split('x').length - 1)
})

test('nesting beyond all measure is told, and its words stay', () => {
  const { html, broken } = clean(`${'<div>'.repeat(300)}a${'</div>'.repeat(300)}b`)
  expect(html).toBe('<p>a</p><p>b</p>')
  expect(broken[0]?.code).toBe('too-deep')
})

test('dropped content stays dropped at any depth', () => {
  expect(clean(`${'<div>'.repeat(300)}<script>alert(1)</script>a`).html).toBe('<p>a</p>')
})
