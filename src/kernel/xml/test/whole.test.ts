import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type XmlElement, readXml } from '../index.ts'

/** What a document is written from, so that what was read can be held against it. */
type Piece = { source: string; elements: number; text: string }

const plain = (source: string, text = ''): Piece => ({ source, elements: 0, text })

const leaf: fc.Arbitrary<Piece> = fc.oneof(
  fc.constantFrom('a', ' ', 'é', '\n', '漢').map((word) => plain(word, word)),
  fc.constant(plain('&lt;&#65;', '<A')),
  fc.constant(plain('<![CDATA[<b>]]>', '<b>')),
  fc.constantFrom('<!-- said -->', '<!---->', '<?go?>', '<?go on?>').map((source) => plain(source)),
)

const element = (inside: fc.Arbitrary<Piece>): fc.Arbitrary<Piece> =>
  fc.array(inside, { maxLength: 6 }).map((pieces) => ({
    source: `<e n="1">${pieces.map(({ source }) => source).join('')}</e>`,
    elements: pieces.reduce((sum, { elements }) => sum + elements, 1),
    text: pieces.map(({ text }) => text).join(''),
  }))

const { tree } = fc.letrec<{ tree: Piece }>((tie) => ({
  tree: element(fc.oneof({ maxDepth: 5 }, leaf, tie('tree'))),
}))

const count = ({ children }: XmlElement): number =>
  children.reduce((sum, child) => sum + count(child), 1)
const lettersOf = ({ text, children }: XmlElement): string =>
  text + children.map(lettersOf).join('')
const letters = (text: string) => [...text.replaceAll(/\s/g, '')].toSorted().join('')

test('every element and every word of a document arrives, whatever stands between them (P2)', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async ({ source, elements, text }) => {
      const read = await readXml(new TextEncoder().encode(source))
      if (!read.ok) throw new Error(read.problems[0]?.message)
      expect(count(read.root)).toBe(elements)
      expect(letters(lettersOf(read.root))).toBe(letters(text))
    }),
    { numRuns: 500 },
  )
})
