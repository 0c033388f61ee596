import { expect, test } from 'vitest'
import { setOnPress } from '../press.ts'
import type { Block, Inline, Mark } from '#kernel/richtext'
import { composition, typeset, type Typesetting } from '../typeset.ts'
import { read, texts } from './pdf.ts'

const labels = {
  arms: 'Armoiries de la Commune de Beauval',
  page: 'Page {page} de {pages}',
  made: 'Établi le {when}',
  heading: 'Lettre',
}

function letter(body: Block[], changes: Partial<Typesetting> = {}, point = 'Objet'): Typesetting {
  return {
    template: 'commons/documents/test/letter.typ',
    title: 'Lettre au Conseil',
    language: 'fr',
    letterhead: {
      authority: 'Commune de Beauval',
      arms: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h4v3L2 5 0 3z"/></svg>',
      address: ['Place Verte 1', '5680 Beauval'],
      accent: '#0a5c8a',
    },
    madeAt: new Date('2026-06-18T12:05:00Z'),
    data: { labels, organ: 'Conseil', meeting: 'Séance', part: 'Partie', number: '1', point, body },
    ...changes,
  }
}

type Words = Extract<Inline, { type: 'text' }>

const words = (text: string, ...marks: Mark[]): Words => ({ type: 'text', text, marks })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const cell = (text: string, header = false, colspan = 1, rowspan = 1) => ({
  header,
  colspan,
  rowspan,
  children: [paragraph(words(text))],
})

test('a document is an archive: PDF/A-2a, tagged, titled, in its language, dated', async () => {
  const paper = await read(await typeset(letter([paragraph(words('Bonjour.'))])))
  expect(paper.metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
  expect(paper.metadata).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
  expect(paper).toMatchObject({
    marked: true,
    title: 'Lettre au Conseil',
    language: 'fr-BE',
    createdAt: 'D:20260618120500Z',
  })
})

test.each([2, 3, 12])(
  'lists in lists, %i deep, print with signs that every face has',
  async (depth) => {
    const within = (left: number): Block => ({
      type: 'list',
      ordered: false,
      items: [[paragraph(words(`Point ${left}`)), ...(left > 1 ? [within(left - 1)] : [])]],
    })
    const paper = await read(await typeset(letter([within(depth)])))
    const printed = paper.pages.join(' ')
    for (let left = 1; left <= depth; left += 1) expect(printed).toContain(`Point ${left}`)
    expect(printed).toContain('–')
  },
)

test('it says in its own language, and in legal time, when it was made', async () => {
  const french = await read(await typeset(letter([])))
  expect(french.pages[0]).toContain('Établi le jeudi 18 juin 2026, 14 h 05')
  const english = await read(await typeset(letter([], { language: 'en' })))
  expect(english.language).toBe('en-BE')
  expect(english.pages[0]).toContain('18 June 2026, 14:05')
})

test('the same input gives the same bytes, whatever was set in between', async () => {
  const first = await typeset(letter([paragraph(words('Bonjour.'))]))
  await typeset(letter([paragraph(words('Autre chose.'))]))
  const second = await typeset(letter([paragraph(words('Bonjour.'))]))
  expect(Buffer.compare(first, second)).toBe(0)
})

test('what looks like markup prints as it was typed', async () => {
  const hostile = '#panic("x") $ * _ [ ] { } \\ ` ~ @a <b> // /* = - + #import "act.typ" -- "q"'
  const paper = await read(await typeset(letter([paragraph(words(hostile))], {}, hostile)))
  expect(texts(paper, 'H2')).toEqual([`1 ${hostile}`])
  expect(texts(paper, 'P')).toContain(hostile)
})

test('what prints nothing is left out: controls, half characters, byte order marks', async () => {
  const pasted = 'a\u0000\u0007\uFEFFb\uD83Dc\u0085d e\u0301'
  const paper = await read(await typeset(letter([paragraph(words(pasted))])))
  expect(texts(paper, 'P')).toContain('abcd é')
})

const names = [
  ['Greek and Cyrillic', 'Ελένη Жанна'],
  ['Chinese', '李小龙'],
  ['Korean', '김민준'],
  ['Amharic', 'አበበ'],
  ['Thai', 'สมชาย'],
  ['Armenian', 'Արամ'],
  ['signs', '① ⁃ ☎ ½'],
] as const

test.each(names)('a name in %s prints, in a title as in a text (T3)', async (_, name) => {
  const paper = await read(await typeset(letter([paragraph(words(name, 'bold'))], {}, name)))
  expect(texts(paper, 'H2')).toEqual([`1 ${name}`])
  expect(texts(paper, 'P')).toContain(name)
})

test('what runs from right to left, joins its letters or is a picture prints (T3)', async () => {
  const body = [paragraph(words('Mme שלום, M. فاطمة, प्रिया, தமிழ், 😀👩‍👩‍👧🇧🇪❤️.'))]
  const paper = await read(await typeset(letter(body, {}, 'Avis de שלום')))
  const text = texts(paper, 'P').find((one) => one.startsWith('Mme'))
  expect(text).toContain('שלום')
  expect(text).toContain('فاطمة')
  expect(text).toContain('😀')
  for (const standard of ['a-2a', 'ua-1'] as const) {
    await expect(setOnPress(composition(letter(body), standard))).resolves.toBeTruthy()
  }
})

test('a sign that no face has prints as its code: the document is made, and it is missed (T3)', async () => {
  const old = 'Vu le \u{12000} et \uE000 et x'
  const paper = await read(await typeset(letter([paragraph(words(old))])))
  expect(texts(paper, 'P')).toContain('Vu le [U+12000] et [U+E000] et x')
})

test('the bullet and the ligature of a word processor print as they read (T3)', async () => {
  const paper = await read(await typeset(letter([paragraph(words('\uF0B7 su\uFB03xe'))])))
  expect(texts(paper, 'P')).toContain('• suffixe')
})

test('marks without number and words without end, kept before they were refused, print (S2)', async () => {
  const body = [
    paragraph(words(`a${'\u0301'.repeat(20_000)}`)),
    paragraph(words('x'.repeat(20_000))),
  ]
  const paper = await read(await typeset(letter(body)))
  expect(paper.pages.join('').replaceAll(/[^x]/g, '')).toHaveLength(20_000)
})

test('a template that does not exist, or lies outside src/, is refused by name', async () => {
  for (const template of ['commons/none.typ', '../package.json', '../../etc/passwd.typ']) {
    await expect(typeset(letter([], { template }))).rejects.toThrow(
      `There is no template ${template} below src/`,
    )
  }
})

test('data that a template lacks is told with the line of the template', async () => {
  await expect(typeset(letter([], { data: { labels } }))).rejects.toThrow(
    /could not be set: .*"organ".*letter\.typ, line \d+/,
  )
})

test('after a failure the next document is set', async () => {
  const [failed, set] = await Promise.allSettled([
    typeset(letter([], { data: null })),
    typeset(letter([])),
  ])
  expect([failed.status, set.status]).toEqual(['rejected', 'fulfilled'])
})

test('the server goes on while a long document is set', async () => {
  const line = (number: number) => paragraph(words(`Ligne ${number}. `.repeat(30)))
  let turns = 0
  const clock = setInterval(() => (turns += 1), 5)
  await typeset(letter(Array.from({ length: 1000 }, (_, number) => line(number))))
  clearInterval(clock)
  expect(turns).toBeGreaterThan(10)
})

const everything: Block[] = [
  { type: 'heading', level: 5, children: [words('Trop profond')] },
  { type: 'heading', level: 3, children: [words('Contexte')] },
  paragraph(words('gras', 'bold', 'italic'), words(' H'), words('2', 'sub'), words('O '), {
    ...words('le lien', 'underline'),
    href: 'https://beauval.example/',
  }),
  paragraph(words('signée par '), words('M. Untel', 'masked'), { type: 'break' }, words('✓ ☐ →')),
  {
    type: 'list',
    ordered: true,
    start: 9,
    items: [[paragraph(words('neuf'))], [paragraph(words('dix'))]],
  },
  { type: 'quote', children: [{ type: 'heading', level: 3, children: [words('Cité')] }] },
  { type: 'rule' },
  { type: 'list', ordered: false, items: [] },
  { type: 'table', rows: [] },
  { type: 'heading', level: 3, children: [] },
  {
    type: 'table',
    rows: [
      { header: true, cells: [cell('Groupe', true, 1, 5), cell('2025', true, 2)] },
      { header: true, cells: [cell('Prévu', true), cell('Réel', true)] },
      { header: false, cells: [cell('A', false, 1, 9), cell('1')] },
      { header: false, cells: [cell('2', false, 3), cell('3')] },
    ],
  },
]

test('rich text keeps its structure for those who listen to it', async () => {
  const paper = await read(await typeset(letter(everything)))
  expect(texts(paper, 'H3')).toEqual(['Trop profond', 'Contexte'])
  expect(texts(paper, 'LI')).toEqual(['9. neuf', '10. dix'])
  expect(texts(paper, 'TH').filter(Boolean)).toEqual(['Groupe', '2025', 'Prévu', 'Réel'])
  expect(texts(paper, 'TD').filter(Boolean)).toEqual(['A', '1', '2', '3'])
  expect(texts(paper, 'BlockQuote')).toEqual(['Cité'])
  expect(texts(paper, 'Link')).toEqual(['le lien'])
  expect(texts(paper, 'P')).toContain('signée par M. Untel ✓ ☐ →')
  expect(paper.elements.find((element) => element.role === 'Figure')?.alt).toBe(labels.arms)
})

test('rich text also meets PDF/UA-1: no hole between the levels of headings', async () => {
  await expect(setOnPress(composition(letter(everything), 'ua-1'))).resolves.toBeInstanceOf(
    Uint8Array,
  )
})

test('a document says of itself that it is PDF/A-2a and PDF/UA-1, and shows its title (I4)', async () => {
  const { metadata, showsTitle, title, pages } = await read(await typeset(letter(everything)))
  expect(metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
  expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(metadata).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
  expect(showsTitle).toBe(true)
  expect(title).not.toBe('')
  expect(pages.length).toBeGreaterThan(0)
})

test('a link that is neither web, mail nor telephone prints as words', async () => {
  const body = [paragraph({ ...words('ici'), href: 'javascript:alert(1)' })]
  const paper = await read(await typeset(letter(body)))
  expect(texts(paper, 'Link')).toEqual([])
  expect(texts(paper, 'P')).toContain('ici')
})

test('a long table breaks over pages and repeats its head on each', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => ({
    header: false,
    cells: [cell(String(row + 1)), cell('rue du Tilleul')],
  }))
  const head = { header: true, cells: [cell('Numéro', true), cell('Adresse', true)] }
  const paper = await read(await typeset(letter([{ type: 'table', rows: [head, ...rows] }])))
  expect(paper.pages.length).toBeGreaterThan(4)
  for (const page of paper.pages) expect(page).toContain('Numéro')
  expect(paper.pages.at(-1)).toContain('300')
  expect(paper.pages[1]).toContain(`Page 2 de ${paper.pages.length}`)
})

test('no cell is lost, however many columns and however wide the spans', async () => {
  const wide = Array.from({ length: 30 }, (_, column) => cell(`c${column}`))
  const rows = [wide, [cell('large', false, 1000), cell('dernier', false, 0, 0)]]
  const table: Block = { type: 'table', rows: rows.map((cells) => ({ header: false, cells })) }
  const paper = await read(await typeset(letter([table])))
  const printed = texts(paper, 'TD').map((text) => text.replaceAll(' ', ''))
  expect(printed).toEqual(expect.arrayContaining(['c0', 'c29', 'large', 'dernier']))
})

test('a word longer than the line breaks, and is whole again when copied', async () => {
  const word = 'x1'.repeat(150)
  const paper = await read(await typeset(letter([paragraph(words(word))])))
  const lines = (paper.pages[0] ?? '').split('\n').filter((line) => /^(x1?|1)+$/.test(line))
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('')).toBe(word)
})
