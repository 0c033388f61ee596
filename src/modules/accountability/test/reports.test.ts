import { readOds } from 'odf-kit/ods-reader'
import { expect, test } from 'vitest'
import { readStoredFile } from '#kernel/files'
import { documentsOf, formats } from '#commons/documents'
import { sumOf } from '#commons/budgets'
import { inOrder, loadTree } from '#modules/strategy'
import { givenAuthority } from '#test/harness'
import { unzipped } from '../../../commons/documents/test/archive.ts'
import { read, texts } from '../../../commons/documents/test/pdf.ts'
import { contentOf } from '../content.ts'
import { reportNames } from '../reports.ts'
import { toldOf, unique } from '../told.ts'
import { givenPlan } from './reported-plan.ts'

const authority = await givenAuthority()
const { plan } = await givenPlan(authority)
const agent = await authority.person({ roles: ['agent'] })
const path = `/strategy/plans/${plan.id}/documents`

for (const template of reportNames)
  for (const format of formats) await agent.visitor.post(path, { template, format })
await authority.drain()
const files = await authority.as(agent, async () => {
  const made = await documentsOf(plan.id)
  const read = made.map(async ({ file_name, hash }) => {
    const bytes = new Uint8Array(hash ? await readStoredFile(hash) : [])
    return [file_name.replace(/-\d{4}-\d\d-\d\d/, ''), bytes] as const
  })
  return new Map(await Promise.all(read))
})

const file = (name: string) => files.get(name) ?? new Uint8Array()
const pdf = (name: string) => read(file(`${name}.pdf`))
const ods = (name: string) => readOds(file(`${name}.ods`))
const docx = (name: string) => unzipped(file(`${name}.docx`)).get('word/document.xml') ?? ''

const secret = 'encore secret'

test('whoever may read the plan takes its reports, each in three formats', () => {
  expect([...files.keys()].toSorted()).toEqual(
    ['rapport-de-suivi', 'rapport-detaille', 'suivi-par-service'].flatMap((name) => [
      `${name}.docx`,
      `${name}.ods`,
      `${name}.pdf`,
    ]),
  )
})

test('somebody who may not read the plan takes none of them', async () => {
  const stranger = await authority.person({ roles: [] })
  const shelf = (await agent.visitor.get(path)).text
  const [, href = ''] = /href="(\/documents\/[\da-f-]+)"/.exec(shelf) ?? []
  expect((await stranger.visitor.get(href)).status).toBe(404)
})

test('the follow-up has a table for each operational objective, on landscape PDF/A', async () => {
  const paper = await pdf('rapport-de-suivi')
  expect(paper.metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
  expect(texts(paper, 'Caption')).toEqual(
    expect.arrayContaining([
      'Actions de OO.2 Apaiser les rues',
      'Actions de OO.3 Relier les quartiers',
      'Actions en retard',
    ]),
  )
  expect(paper.pages.join(' ').match(/Ensemble de\s+l’objectif/g)).toHaveLength(2)
})

test('the follow-up tells of each action its state, deadline, health, figures and remark', () => {
  const cells = ods('rapport-de-suivi').sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.map(({ value }) => String(value).replaceAll('\u00A0', ' '))),
  )
  expect(cells).toEqual(
    expect.arrayContaining([
      'Poser des éclairages, part 50 %',
      'En cours, en retard',
      'Bloquée : Le marché est infructueux',
      'Pistes tracées = 0 / 20 km. Tracé en discussion',
    ]),
  )
})

test('an indicator is told as « label = reached / expected »', async () => {
  expect(docx('rapport-detaille')).toContain('Pistes tracées = 0 / 20 km')
})

test('what is only created is in no report, nor what stands below it', async () => {
  for (const name of ['rapport-de-suivi', 'rapport-detaille', 'suivi-par-service']) {
    expect((await pdf(name)).pages.join(' ')).not.toContain(secret)
    expect(docx(name)).not.toContain(secret)
    expect(JSON.stringify(ods(name))).not.toContain(secret)
  }
})

test('the money by year is that of the volets: nothing counts twice, nothing undecided counts', async () => {
  const totals = ods('rapport-de-suivi').sheets.find(({ name }) => name.startsWith('Totaux'))
  const last = totals?.rows.at(-1)?.cells.map(({ value }) => value)
  expect(last).toEqual(['Total', null, 28_860, 4907.5, null, null, null, 33_767.5])
  const tree = await authority.asSystem(() => loadTree(plan))
  expect(tree.roots.reduce((sum, { total }) => sum + sumOf(total), 0)).toBe(3_376_750)
})

test('reports tell each element of the plan that is more than created, and no other', async () => {
  const [tree, content] = await authority.asSystem(async () => {
    const whole = await loadTree(plan)
    return [whole, await contentOf(whole)] as const
  })
  const told = unique(toldOf(content)).map(({ one }) => one.title)
  const open = inOrder(tree)
    .map(({ node }) => node)
    .filter(({ level, state }) => level === 'volet' || state !== 'created')
  expect(told).toEqual(open.map(({ title }) => title))
})

test('each service has a sheet of its own actions', () => {
  const names = ods('suivi-par-service').sheets.map(({ name }) => name)
  expect(names).toContain('Actions (Travaux)')
})
