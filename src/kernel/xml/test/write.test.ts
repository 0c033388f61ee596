import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type XmlElement, type XmlNode, readXml, writeXml } from '../index.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('children stand on lines of their own, text beside its tags', () => {
  const letter: XmlNode = {
    name: 'letter',
    attributes: { year: '2026' },
    children: [{ name: 'subject', text: 'é < è' }, { name: 'notes', children: [] }, { name: 'x' }],
  }
  expect(text(writeXml(letter))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<letter year="2026">
  <subject>é &lt; è</subject>
  <notes/>
  <x/>
</letter>
`)
  expect(text(writeXml(letter, { indent: '' }))).toContain('\n<subject>')
})

test('what XML cannot hold is left out', () => {
  const held = 'a\u0000b\u0008c\ufffed\ud800e'
  expect(text(writeXml({ name: 'a', attributes: { b: held }, text: held }))).toContain(
    '<a b="abcde">abcde</a>',
  )
})

/** Any text, of which the signs of the markup and of line ends are a good part. */
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...'<>&"\'\r\n\t ]', ']]>')))
  .map((parts) =>
    parts.join('').replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''),
  )
const anyName = fc.constantFrom('a', 'b', 'point-1')
const anyAttributes = fc.dictionary(anyName, anyText, { noNullPrototype: true })

const { node } = fc.letrec<{ node: XmlNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.record({ name: anyName, attributes: anyAttributes, text: anyText }),
    fc.record({
      name: anyName,
      attributes: anyAttributes,
      children: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}))

function withoutLines({ name, attributes, children, text }: XmlElement): XmlNode {
  return children.length > 0
    ? { name, attributes, children: children.map(withoutLines) }
    : { name, attributes, text }
}

test('what is written is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(node, async (written) => {
      const read = await readXml(writeXml(written))
      expect(read.ok && withoutLines(read.root)).toEqual(written)
    }),
    { numRuns: 500 },
  )
})
