import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { parsedBy } from '../parse.ts'
import { readXml } from '../index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const shapes: [string, string][] = [
  ['elements', '<b>x</b>'],
  ['empty elements', '<b/>'],
  ['processing instructions', '<?go on?><b/>'],
  ['sections', '<![CDATA[x]]>y'],
  ['references', '&amp;&#233;'],
  ['attributes', '<b c="1" d="2" e="3"/>'],
]

test.each(shapes)('twice as much takes twice as long to read: %s (S3)', async (_, piece) => {
  const libxml = await import('libxml2-wasm')
  const source = (size: number) => ({
    bytes: bytes(`<a>${piece.repeat(size / piece.length)}</a>`),
    schema: undefined,
  })
  expect(growth(source, (one) => parsedBy(libxml, one))).toBeLessThan(2.6)
})

test('the server goes on while a large document is read (S3)', async () => {
  let turns = 0
  const clock = setInterval(() => (turns += 1), 2)
  const read = await readXml(bytes(`<a>${'<b>word</b>'.repeat(100_000)}</a>`))
  clearInterval(clock)
  expect(read.ok && read.root.children.length).toBe(100_000)
  expect(turns).toBeGreaterThan(20)
})
