import { expect, test } from 'vitest'
import { type XmlElement, maxBytes, readXml } from '../index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function rootOf(source: string | Uint8Array): Promise<XmlElement> {
  const read = await readXml(typeof source === 'string' ? bytes(source) : source)
  if (!read.ok) throw new Error(read.problems[0]?.message)
  return read.root
}

async function problemsOf(source: string | Uint8Array, schema?: string) {
  const read = await readXml(typeof source === 'string' ? bytes(source) : source, schema)
  return read.ok ? [] : read.problems
}

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="letter"><xs:complexType><xs:sequence>
    <xs:element name="subject" type="xs:string"/>
    <xs:element name="year" type="xs:integer" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`

test('a document is read as plain elements, with their lines', async () => {
  const root = await rootOf(`<?xml version="1.0"?>
<!-- said -->
<letter xmlns:x="urn:x" kind="a &amp; b" x:kind="c">
  <x:subject>one <![CDATA[<two>]]> &#233;</x:subject>
  <empty/>
  <blank>  </blank>
</letter>`)
  const leaf = { attributes: {}, children: [] }
  expect(root).toEqual({
    name: 'letter',
    attributes: { kind: 'a & b', 'x:kind': 'c' },
    children: [
      { ...leaf, name: 'x:subject', text: 'one <two> é', line: 4 },
      { ...leaf, name: 'empty', text: '', line: 5 },
      { ...leaf, name: 'blank', text: '  ', line: 6 },
    ],
    text: '',
    line: 3,
  })
})

test('text beside elements is kept, what merely indents them is not', async () => {
  expect((await rootOf('<a>one<b>two</b> three</a>')).text).toBe('one three')
  expect((await rootOf('<a>\n  <b>two</b>\n</a>')).text).toBe('')
})

test('the encoding that a document names is the one it is read in', async () => {
  const declared = (name: string) => `<?xml version="1.0" encoding="${name}"?><a>é</a>`
  expect((await rootOf(Buffer.from(declared('iso-8859-1'), 'latin1'))).text).toBe('é')
  expect((await rootOf(Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le'))).text).toBe('é')
  expect((await rootOf(`\ufeff<a>é</a>`)).text).toBe('é')
})

test.for(['', 'Bonjour', '<a>', '{"a": 1}', '<a>&unknown;</a>', '<a b=c/>'])(
  'what is not XML is refused: %s',
  async (source) => {
    expect(await problemsOf(source)).toContainEqual(expect.objectContaining({ kind: 'malformed' }))
  },
)

test('a mistake is told with its line', async () => {
  const [first] = await problemsOf('<a>\n  <b>\n</a>')
  expect(first).toMatchObject({ kind: 'malformed', line: 3 })
  expect(first?.message).toMatch(/mismatch/)
})

test.for([
  '<!DOCTYPE a><a/>',
  '<!DOCTYPE a [<!ENTITY e "word">]><a>&e;</a>',
  `<!DOCTYPE a [<!ENTITY e SYSTEM "${new URL('read.test.ts', import.meta.url)}">]><a>&e;</a>`,
  '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
  '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]><a/>',
])('a DOCTYPE is refused, and nothing that it names is fetched: %s', async (source) => {
  expect(await problemsOf(source)).toEqual([
    { kind: 'doctype', line: 0, message: 'A DOCTYPE is not read', path: '' },
  ])
})

test('entities that stand for a billion words are refused at once', async () => {
  const grown = Array.from({ length: 20 }, (_, at) => {
    const inner = at === 0 ? 'word' : `&e${at - 1};`.repeat(10)
    return `<!ENTITY e${at} "${inner}">`
  })
  const started = performance.now()
  for (const use of ['<a>&e19;</a>', '<a b="&e19;"/>']) {
    expect(await problemsOf(`<!DOCTYPE a [${grown.join('')}]>${use}`)).not.toEqual([])
  }
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a document nested too deep is refused', async () => {
  const [first] = await problemsOf('<a>'.repeat(100_000))
  expect(first?.kind).toBe('malformed')
})

test.for([
  ['bytes', new Uint8Array(maxBytes + 1)],
  ['tags', bytes(`<a>${'<b/>'.repeat(500_000)}</a>`)],
] as const)('a document of too many %s is refused before it is read', async ([, source]) => {
  expect(await problemsOf(source)).toEqual([
    expect.objectContaining({ kind: 'too_large', line: 0 }),
  ])
})

test('a document that follows its schema is read', async () => {
  expect(
    await problemsOf('<letter><subject>a</subject><year>2026</year></letter>', schema),
  ).toEqual([])
})

test('every place that a schema forbids is told, with its line and path', async () => {
  const source = '<letter>\n<subject>a</subject>\n<year>now</year>\n<year>then</year>\n</letter>'
  expect(await problemsOf(source, schema)).toEqual([
    {
      kind: 'invalid',
      line: 3,
      message: "Element 'year': 'now' is not a valid value of the atomic type 'xs:integer'.",
      path: '/letter/year[1]',
    },
    {
      kind: 'invalid',
      line: 4,
      message: "Element 'year': 'then' is not a valid value of the atomic type 'xs:integer'.",
      path: '/letter/year[2]',
    },
  ])
})

test('a document does not bring its own schema', async () => {
  const instance = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const source = `<other ${instance} xsi:noNamespaceSchemaLocation="http://127.0.0.1:9/a.xsd"/>`
  expect(await problemsOf(source, schema)).toEqual([
    expect.objectContaining({ kind: 'invalid', path: '/other' }),
  ])
})

test('a schema that is wrong is our mistake, and is thrown each time', async () => {
  const unknownType = schema.replace('xs:integer', 'xs:nothing')
  for (const wrong of [unknownType, unknownType, '<xs:schema']) {
    const message = wrong === unknownType ? /nothing/ : /Premature end|Couldn't find end/
    await expect(readXml(bytes('<letter/>'), wrong)).rejects.toThrow(message)
  }
})

test('what was read leaves nothing behind in libxml', async () => {
  const { diag } = await import('libxml2-wasm')
  await readXml(bytes('<letter/>'), schema)
  diag.configure({ enabled: true })
  try {
    await readXml(bytes('<letter><subject>a</subject><year>2026</year></letter>'), schema)
    await readXml(bytes('<letter/>'), schema)
    await readXml(bytes('<!DOCTYPE a [<!ENTITY e "word">]><a>&e;</a>'))
    await readXml(bytes('<a'))
    expect(diag.report()).toEqual({})
  } finally {
    diag.configure({ enabled: false })
  }
})
