import { readOds } from 'odf-kit/ods-reader'
import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import type { Format } from '../formats.ts'
import { letterhead } from '../letterhead.ts'
import { render } from '../render.ts'
import type { Report } from '../report.ts'
import { sheetNames } from '../sheet-names.ts'
import { unzipped } from './archive.ts'
import { longPlan, plan } from './plan.ts'

const authority = await givenAuthority()
const { authority: name } = await authority.asSystem(() => letterhead())
const madeAt = new Date('2026-06-18T12:05:00Z')

const make = (report: Report, format: Format) =>
  authority.asSystem(() => render({ report, language: 'fr' }, format, madeAt))

const docx = async (report: Report) => unzipped(await make(report, 'docx'))
const ods = async (report: Report) => readOds(await make(report, 'ods'))

/** Paragraphs as « style: words ». */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? ''
    return `${style}: ${wordsOf(paragraph)}`
  })
}

const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
    .map(([, text]) => text ?? '\t')
    .join('')

const rowsOf = (xml: string) =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({
    words: [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordsOf(cell)),
    repeated: row.includes('<w:tblHeader/>'),
  }))

const part = (files: ReadonlyMap<string, string>, name: string) => files.get(name) ?? ''

test('a DOCX has real headings, its title, and the numbers of its parts', async () => {
  const found = paragraphs(part(await docx(plan), 'word/document.xml'))
  expect(found).toEqual(
    expect.arrayContaining([
      'Title: Plan stratégique 2025–2030',
      'Subtitle: Suivi au 30 juin 2026',
      'Heading1: 1\u2002Une commune où l’on se déplace à pied',
      'Heading2: 1.1\u2002Apaiser le centre',
      'Heading3: 1.1.1\u2002Réaménager la place Verte',
      'Heading4: Contexte',
      ': Service\tTravaux',
    ]),
  )
})

test('a DOCX repeats the heads of its tables and says figures in French', async () => {
  const rows = rowsOf(part(await docx(plan), 'word/document.xml')).slice(1)
  expect(rows.map(({ repeated }) => repeated)).toEqual([true, false, false, false, false])
  expect(rows[1]?.words).toEqual([
    '1.1.1',
    'Réaménager la place Verte',
    '31/03/2027',
    '62,5\u00A0%',
    '3',
    '1\u00A0245\u00A0000,00\u00A0€',
  ])
})

test('a DOCX bears title, authority, language, faces and their substitutes', async () => {
  const files = await docx(plan)
  expect(part(files, 'docProps/core.xml')).toContain(`<dc:title>${plan.title}</dc:title>`)
  expect(part(files, 'docProps/core.xml')).toContain(`<dc:creator>${name}</dc:creator>`)
  expect(part(files, 'word/styles.xml')).toContain('<w:lang w:val="fr-BE"/>')
  expect(part(files, 'word/styles.xml')).toContain('w:ascii="Literata"')
  expect(part(files, 'word/fontTable.xml')).toContain('<w:altName w:val="Georgia"/>')
})

test('a DOCX numbers its pages, and later ones recall the report', async () => {
  const files = [...(await docx(plan))]
  const [feet, heads] = [/word\/footer\d/, /word\/header\d/].map((name) =>
    files.filter(([path]) => name.test(path)).map(([, xml]) => xml),
  )
  for (const foot of feet ?? []) {
    expect(foot).toMatch(/PAGE.*NUMPAGES/s)
    expect(wordsOf(foot)).toContain(`${name}  ·  Établi le jeudi 18 juin 2026`)
  }
  expect(heads?.map(wordsOf)).toContain(`${plan.title}  ·  ${plan.subtitle}`)
})

test('a rich text keeps its marks, the start of its list and its spans in a DOCX', async () => {
  const files = await docx(plan)
  const xml = part(files, 'word/document.xml')
  expect(xml).toMatch(/<w:b\/>(?:(?!<w:r>).)*<w:t[^>]*>réaménagée/s)
  expect(xml).toContain('<w:gridSpan w:val="2"/>')
  expect(part(files, 'word/numbering.xml')).toContain('<w:start w:val="3"/>')
})

test('what an editor would choke on is left out, what looks like markup is kept', async () => {
  const text = 'a\u0000\u0007b <w:t> & "c"'
  const blocks: Report['blocks'] = [{ kind: 'paragraph', text }]
  const xml = part(await docx({ ...plan, blocks }), 'word/document.xml')
  expect(xml).toContain('ab &lt;w:t&gt; &amp;')
  const { sheets } = await ods({ ...plan, blocks })
  expect(sheets[0]?.rows.at(-1)?.cells.at(-1)?.value).toBe('ab <w:t> & "c"')
})

test('an ODS opens on what the report says, then a sheet for each table', async () => {
  const { sheets, metadata } = await ods(plan)
  expect(metadata).toMatchObject({ title: plan.title, creator: name })
  expect(sheets.map(({ name }) => name)).toEqual(['Rapport', 'Actions état budget 2026 de l’o'])
  const said = sheets[0]?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? []
  expect(said).toEqual(
    expect.arrayContaining([
      [null, plan.title],
      ['Période', '2025 à 2030'],
      ['1.1', 'Apaiser le centre'],
      ['Avancement des actions', 0.625],
      [null, '3. plantations'],
    ]),
  )
})

test('the cells of an ODS are dates, numbers, percentages and euros', async () => {
  const { sheets } = await ods(plan)
  const [head, first, , last, total] = sheets[1]?.rows ?? []
  expect(head?.cells.every(({ formatting }) => formatting?.bold)).toBe(true)
  expect(first?.cells.map(({ type, value }) => [type, value])).toEqual([
    ['string', '1.1.1'],
    ['string', 'Réaménager la place Verte'],
    ['date', new Date('2027-03-31T00:00:00Z')],
    ['float', 0.625],
    ['float', 3],
    ['float', 1_245_000],
  ])
  expect(last?.cells.at(-1)).toMatchObject({ type: 'string', value: 'à fixer' })
  expect(total?.cells.at(-1)).toMatchObject({ value: 1_263_500.5, formatting: { bold: true } })
  const content = part(unzipped(await make(plan, 'ods')), 'content.xml')
  expect(content).toContain('office:currency="EUR" office:value="1245000"')
  expect(content).toMatch(/office:value-type="percentage" office:value="0.625"/)
  expect(content).toMatch(/<number:percentage-style style:name="Nnum-pct1">/)
})

test('an ODS prints labels beside what they say (I3)', async () => {
  const bytes = await make(plan, 'ods')
  expect(part(unzipped(bytes), 'styles.xml')).toMatch(/style:scale-to-X="1" style:scale-to-Y="0"/)
})

test('the head of a table stays in sight in an ODS', async () => {
  const { sheets } = await ods(plan)
  expect(sheets.map(({ freezeRows = 0 }) => freezeRows)).toEqual([0, 1])
})

test('sheets have names that every spreadsheet takes, and no name twice', () => {
  const long = 'Actions de l’objectif opérationnel 1.1'
  expect(sheetNames(['Budget', 'budget', 'a/b:c*?[d]\\', '', "''", long, long])).toEqual([
    'Budget',
    'budget (2)',
    'a b c d',
    '-',
    '- (2)',
    'Actions de l’objectif opération',
    'Actions de l’objectif opéra (2)',
  ])
})

test('the server goes on while a long DOCX is made', async () => {
  let turns = 0
  const clock = setInterval(() => (turns += 1), 5)
  await make(longPlan(400), 'docx')
  clearInterval(clock)
  expect(turns).toBeGreaterThan(10)
})

test('the paper says how the authority is reached, a line for each means', async () => {
  const reachable = await givenAuthority()
  const manager = await reachable.person({ roles: ['administrator'] })
  const contact = { 'documents.contact': '081 00 00 00\n\n bonjour@beauval.example ' }
  await manager.visitor.post('/settings/documents', { version: '', ...contact })
  const { address } = await reachable.asSystem(() => letterhead())
  expect(address).toEqual(['081 00 00 00', 'bonjour@beauval.example'])
})
