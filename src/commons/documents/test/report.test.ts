import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import { inLanguage } from '#kernel/i18n'
import { columnShares } from '../column-shares.ts'
import { setOnPress } from '../press.ts'
import { render, reportTypesetting } from '../render.ts'
import { printedReport, type Report } from '../report.ts'
import { composition } from '../typeset.ts'
import { read, texts } from './pdf.ts'
import { longPlan, plan } from './plan.ts'

const authority = await givenAuthority()
const madeAt = new Date('2026-06-18T12:05:00Z')

const set = async (report: Report, language: 'fr' | 'en' = 'fr') =>
  read(await authority.asSystem(() => render({ report, language }, 'pdf', madeAt)))

test('a report is an archive: PDF/A-2a, tagged, titled, in its language', async () => {
  const paper = await set(plan)
  expect(paper.metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
  expect(paper.metadata).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
  expect(paper).toMatchObject({ marked: true, title: plan.title, language: 'fr-BE' })
})

test('a report also meets PDF/UA-1, rich texts below any heading', async () => {
  const order = await authority.asSystem(async () =>
    composition(await reportTypesetting({ report: plan, language: 'fr' }, madeAt), 'ua-1'),
  )
  await expect(setOnPress(order)).resolves.toBeInstanceOf(Uint8Array)
})

test('headings are walked with their numbers, and no level is left out', async () => {
  const paper = await set(plan)
  const headings = paper.elements.filter(({ role }) => /^H\d$/.test(role))
  expect(headings.map(({ role, text }) => `${role} ${text.trim()}`)).toEqual([
    'H1 1 Une commune où l’on se déplace à pied',
    'H2 1.1 Apaiser le centre',
    'H3 1.1.1 Réaménager la place Verte',
    'H4 Contexte',
  ])
})

test('a table has its caption, its heads, and figures as they are read in French', async () => {
  const paper = await set(plan)
  expect(texts(paper, 'Caption')).toEqual([
    'Actions: état/budget [2026] de l’objectif opérationnel',
  ])
  expect(texts(paper, 'TH')).toEqual(expect.arrayContaining(['N°', 'Échéance', 'Budget']))
  expect(texts(paper, 'TD')).toEqual(
    expect.arrayContaining(['31/03/2027', '62,5 %', '1 245 000,00 €', 'à fixer', '1 263 500,50 €']),
  )
})

test('a report in English writes figures in English', async () => {
  expect(texts(await set(plan, 'en'), 'TD')).toContain('€1,245,000.00')
})

test('a bar says its figure', async () => {
  const words = texts(await set(plan), 'P')
  expect(words.slice(words.indexOf('Budget engagé'))).toContain('18 %')
})

test('a long table breaks over landscape pages and repeats its heads, but not its total', async () => {
  const paper = await set({ ...longPlan(80), landscape: true })
  expect(paper.pages.length).toBeGreaterThan(2)
  for (const page of paper.pages) expect(page).toContain('Échéance')
  expect(paper.pages.filter((page) => page.includes('Total'))).toHaveLength(1)
  expect(paper.pages[1]).toContain(`${plan.title} · ${plan.subtitle}`)
})

test('what looks like markup prints as it was typed', async () => {
  const hostile = '#panic("x") $ * _ [ ] \\ <b> #import "act.typ"'
  const rows = [[hostile, null, null, null, null, null]]
  const tables = plan.blocks.filter((block) => block.kind === 'table')
  const paper = await set({ ...plan, blocks: tables.map((table) => ({ ...table, rows })) })
  const printed = texts(paper, 'TD').map((text) => text.replaceAll(' ', ''))
  expect(printed).toContain(hostile.replaceAll(' ', ''))
})

const cells = (...row: string[]) =>
  row.map((text) => ({ kind: 'text' as const, text, value: text }))

test('columns share the width as they ask for', () => {
  const columns = [{ header: 'a' }, { header: 'b', width: 3 }]
  expect(columnShares(columns, [], false)).toEqual([0.25, 0.75])
})

test('a figure is not cut for the sake of a wide text', () => {
  const columns = [
    { header: 'a', width: 9 },
    { header: 'b', kind: 'money' as const, width: 0.1 },
  ]
  const [text = 0, money = 0] = columnShares(columns, [cells('x', '12 345 678,90 €')], false)
  expect(money * 88).toBeGreaterThanOrEqual(15)
  expect(text + money).toBeCloseTo(1)
})

test('too many columns still share one line', () => {
  const columns = Array.from({ length: 30 }, () => ({ header: 'Avancement' }))
  const total = columnShares(columns, [], true).reduce((sum, share) => sum + share, 0)
  expect(total).toBeCloseTo(1)
})

test('a percentage of 62.5 is a share of .625, cents are euros, both in words too', () => {
  const { blocks } = inLanguage('fr', () => printedReport(plan))
  const [table] = blocks.filter((block) => block.kind === 'table')
  expect(table?.rows[0]?.slice(2)).toEqual([
    { kind: 'date', text: '31/03/2027', value: '2027-03-31' },
    { kind: 'percent', text: '62,5\u00A0%', value: 0.625 },
    { kind: 'number', text: '3', value: 3 },
    { kind: 'money', text: '1\u00A0245\u00A0000,00\u00A0€', value: 1_245_000 },
  ])
})
