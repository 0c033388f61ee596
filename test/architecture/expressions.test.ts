import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composed, expressions, fault, written } from './expressions.ts'
import { sources } from './house.ts'

/** Proven before: `npm run expressions` writes them. What is not among them is proven here, which takes its time. */
const proven = new Set(
  readFileSync(join(import.meta.dirname, 'expressions.txt'), 'utf8').split('\n'),
)

/** Slower than they are long, and why that harms nobody. */
const harmless: Readonly<Record<string, string>> = {
  [String.raw`/\B(?=(\d{3})+$)/g`]: 'typedNumber: the figures of one number, 309 at most',
  [String.raw`/[^\s(]*\/node_modules\//g`]: 'log/failure: of a line cut at 1000 characters',
  [String.raw`/^(?:\[([\da-f:.]+)\]|([\w.-]+|[\da-f]*:[\da-f:.]*:[\da-f:.]*))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/i`]:
    'outgoing/places: what the operator set',
  [String.raw`/<number:number-style style:name="Nnum-pct1">.*?<\/number:number-style>/s`]:
    'sheets: named once in a workbook of ours',
  [String.raw`/<number:currency-style style:name="Nnum-eur2">.*?<\/number:currency-style>/s`]:
    'sheets: named once in a workbook of ours',
  [String.raw`/<number:date-style style:name="Ndate-dt">.*?<\/number:date-style>/s`]:
    'sheets: named once in a workbook of ours',
  [String.raw`/^[\s\S]*?<svg[^>]*>/`]: 'ui/icons: drawings of a package',
  [String.raw`/\s*\n\s*/g`]: 'ui/icons: drawings of a package',
  [String.raw`/^\s*([+-]?)(?=\.?\d)(\d*)(?:\.(\d*?)0*)?\s*$/`]:
    'ecomptes/decimal: of 40 signs at most',
  [String.raw`/(?<![\p{L}\d._%+,-])[\p{L}\d][\p{L}\d._%+,-]{0,63}(?:@| ?[([] ?(?:at|arobase|a|@) ?[)\]] ?)[\p{L}\d][\p{L}\d.,-]{1,80}(?: [\p{L}\d-]{1,20}[.,][\p{L}1]{2,12})?/giu`]:
    'pseudonymisation/identifiers: of 64 and 80 signs at most; its test of growth holds it',
  [String.raw`/0+$/`]: 'ecomptes/decimal: of two figures',
}

/** Put together of pieces, each looked at by hand: none repeats what may stand before or after what it repeats. */
const looked = [
  'src/commons/dossiers/pictures.ts',
  'src/commons/pseudonymisation/addresses.ts',
  'src/commons/pseudonymisation/births.ts',
  'src/commons/pseudonymisation/identifiers.ts',
  'src/commons/pseudonymisation/plates.ts',
  'src/commons/pseudonymisation/telephones.ts',
  'src/commons/publication/pictures.ts',
  'src/kernel/audit-chain/pseudonym.ts',
  'src/kernel/characters/faces.ts',
  'src/kernel/characters/paper.ts',
  'src/kernel/characters/trouble.ts',
  'src/kernel/characters/written.ts',
  'src/kernel/files/bucket.ts',
  'src/kernel/richtext/picture.ts',
  'src/kernel/textparts/index.ts',
]

test('no regular expression takes more than twice as long for twice as much (H1, H2, H3)', async () => {
  const faults: string[] = []
  const asked = new Set<string>()
  for (const one of expressions(sources)) {
    const text = written(one)
    if (proven.has(text) || text in harmless || asked.has(text)) continue
    asked.add(text)
    const found = await fault(one)
    if (found) faults.push(`${one.place} ${text}: ${found}`)
  }
  expect(faults).toEqual([])
})

test('what is listed as harmless is in the house', () => {
  const all = new Set(expressions(sources).map(written))
  expect(Object.keys(harmless).filter((text) => !all.has(text))).toEqual([])
})

test('an expression of pieces was looked at', () => {
  expect([...new Set(composed(sources))].toSorted()).toEqual(looked)
})

test('an expression that goes round is found, wherever it stands (M15)', async () => {
  const path = 'src/commons/records/texts.tsx'
  const slow = [
    String.raw`/\s*[\r\n]+\s*/g`,
    String.raw`/^([^:;]+)[^:]*:(:?) *(.*)$/`,
    String.raw`/\[\[([^\]]*)\]\]/g`,
    '/^(a+)+$/',
    '/<c ([^>]*)>/',
  ]
  const found = expressions([{ path, text: slow.join(';\n') }])
  expect(found.map(written)).toEqual(slow)
  for (const one of found) expect(await fault(one), written(one)).toBeDefined()
  const quick = expressions([{ path, text: String.raw`/\[\[([^[\]]*)\]\]/g` }])
  for (const one of quick) expect(await fault(one), written(one)).toBeUndefined()
  expect(expressions([{ path: 'src/commons/records/test/a.ts', text: '/a/' }])).toEqual([])
  expect(composed([{ path, text: 'new RegExp(`a${b}`)' }])).toEqual([path])
})
